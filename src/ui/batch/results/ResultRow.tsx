import { memo } from 'react';
import { results } from '../../../app.ts';
import type { Row } from '../../../core/runs.ts';
import { startOf } from '../../../core/segments.ts';
import { count, percent } from '../../parts/format.ts';
import { useApp } from '../../use-app.ts';
import type { Column, ColumnKey } from './columns.ts';
import { FLAG_TEXT } from './filter-text.ts';
import { LabelMark } from './LabelMark.tsx';
import { day } from './rate-text.ts';
import styles from './table.module.css';

/** More of a text than fits into any cell. */
const SHOWN_LETTERS = 240;

interface Props {
  /** Its number in the file, from 0. */
  id: number;
  /** Its place in the table, from 0. */
  place: number;
  active: boolean;
  columns: readonly Column[];
}

export const rowElementId = (id: number) => `result-row-${id}`;

/** One row of the table; asks for nothing: it is drawn empty until it has been read. */
export const ResultRow = memo(function ResultRow({ id, place, active, columns }: Props) {
  const row = useApp(({ results }) => results.rows.get(id));
  return (
    <div
      role="row"
      id={rowElementId(id)}
      aria-rowindex={place + 2} // the header is the first
      aria-selected={active}
      aria-busy={!row}
      className={styles.row}
      onClick={() => void results.open(id)}
    >
      {columns.map(({ key }, i) => (
        <div
          key={key}
          role="gridcell"
          aria-colindex={i + 1}
          className={styles.cell}
          data-column={key}
        >
          {key === 'row' ? count(id + 1) : row ? cell(key, row) : <span className={styles.blank} />}
        </div>
      ))}
    </div>
  );
});

function cell(key: Exclude<ColumnKey, 'row'>, row: Row) {
  const { label, corrected, given, group, date, flags, confidence, text } = row;
  switch (key) {
    case 'label': {
      const shown = corrected ?? label;
      if (!shown) return <span className={styles.faint}>{flags.includes('empty') ? '' : '…'}</span>;
      return (
        <>
          <LabelMark label={shown} />
          {corrected && <span title="Corrected by hand"> ✎</span>}
        </>
      );
    }
    case 'text':
      return startOf(text, SHOWN_LETTERS) || <span className={styles.faint}>No text</span>;
    case 'confidence':
      return confidence !== undefined && percent(confidence);
    case 'given':
      return given && <LabelMark label={given} />;
    case 'group':
      return group;
    case 'date':
      return date !== undefined && day(date);
    case 'flags':
      return flags.map((flag) => FLAG_TEXT[flag].word).join(', ');
  }
}
