import { UnstyledButton } from '@mantine/core';
import { results } from '../../../app.ts';
import type { Term } from '../../../core/runs.ts';
import { count } from '../../parts/format.ts';
import { labelStyle } from '../../parts/label-style.ts';
import { LabelMark } from './LabelMark.tsx';
import shared from './results.module.css';
import styles from './terms.module.css';
import { showTable } from './show-table.ts';

/** A label, or all others of a model's own. */
export interface Side {
  /** Undefined: all others. */
  label: string | undefined;
  /** Over the column of its reviews, and what that means. */
  column: string;
  title: string;
}

interface Props {
  side: Side;
  /** Positive z speaks for the first. */
  sides: readonly [Side, Side];
  terms: readonly Term[];
  /** The largest |z| of both sides: the length of a full bar. */
  largest: number;
}

/** Terms of one side, strongest first; a press searches for one. */
export function TermList({ side, sides: [one, other], terms, largest }: Props) {
  return (
    <table
      className={`${styles.terms} ${side.label === undefined ? styles.others : labelStyle(side.label).className}`}
    >
      <thead>
        <tr>
          <th scope="col">
            {side.label === undefined ? 'All others' : <LabelMark label={side.label} />}
          </th>
          <th scope="col" className={styles.termBar}>
            z
          </th>
          {[one, other].map(({ column, title }) => (
            <th key={column} scope="col" title={title}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {terms.map(({ term, z, positive, negative }) => (
          <tr key={term}>
            <th scope="row">
              <UnstyledButton
                className={shared.inlineButton}
                title="Show the rows that have it"
                onClick={() => {
                  results.setFilter({ search: term.includes(' ') ? `"${term}"` : term });
                  showTable();
                }}
              >
                {term}
              </UnstyledButton>
            </th>
            <td className={styles.termBar}>
              <span
                className={styles.bar}
                style={{ width: `calc((100% - 3rem) * ${Math.abs(z) / largest})` }}
              />{' '}
              {Math.abs(z).toFixed(1)}
            </td>
            <td>{count(positive)}</td>
            <td>{count(negative)}</td>
          </tr>
        ))}
        {terms.length === 0 && (
          <tr>
            <td colSpan={4} className={styles.none}>
              No term stands out on this side.
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
