import { UnstyledButton } from '@mantine/core';
import { results } from '../../../app.ts';
import type { Term } from '../../../core/runs.ts';
import { count } from '../../parts/format.ts';
import { LABEL_STYLE } from '../../parts/label-style.ts';
import { LabelMark } from './LabelMark.tsx';
import shared from './results.module.css';
import styles from './terms.module.css';
import { showTable } from './show-table.ts';

interface Props {
  side: 'positive' | 'negative';
  terms: readonly Term[];
  /** The largest |z| of both sides: the length of a full bar. */
  largest: number;
}

/** Terms of one side, strongest first; a press searches for one. */
export function TermList({ side, terms, largest }: Props) {
  return (
    <table className={`${styles.terms} ${LABEL_STYLE[side].className}`}>
      <thead>
        <tr>
          <th scope="col">
            <LabelMark label={side} />
          </th>
          <th scope="col" className={styles.termBar}>
            z
          </th>
          <th scope="col" title="Positive reviews that have it">
            in +
          </th>
          <th scope="col" title="Negative reviews that have it">
            in −
          </th>
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
