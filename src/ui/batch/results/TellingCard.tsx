import { Text, UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { results } from '../../../app.ts';
import type { Row, Summary } from '../../../core/runs.ts';
import { startOf } from '../../../core/segments.ts';
import { percent } from '../../parts/format.ts';
import { LABEL_STYLE } from '../../parts/label-style.ts';
import { Panel } from '../../parts/Panel.tsx';
import shared from './results.module.css';
import styles from './summary.module.css';

/** Enough for three lines. */
const SHOWN_LETTERS = 280;

/** Reviews to read first: those that say it most clearly, and those that could be either. */
export function TellingCard({ summary: { telling, uncertain } }: { summary: Summary }) {
  return (
    <Panel title="Reviews to read first">
      <div className={shared.thirds}>
        <List title="Most negative" rows={telling.negative} />
        <List title="Most positive" rows={telling.positive} />
        <List title="Most uncertain" rows={uncertain} />
      </div>
    </Panel>
  );
}

function List({ title, rows }: { title: string; rows: readonly Row[] }) {
  const id = useId();
  return (
    <div>
      <Text fw={600} size="sm" id={id} mb={4}>
        {title}
      </Text>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          None yet.
        </Text>
      )}
      <ul className={styles.quotes} aria-labelledby={id}>
        {rows.map((row) => (
          <li key={row.row}>
            <Quote row={row} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Quote({ row: { row, text, label, probabilities } }: { row: Row }) {
  const style = label && LABEL_STYLE[label];
  return (
    <UnstyledButton
      className={`${styles.quote} ${style?.className ?? ''}`}
      onClick={() => void results.open(row)}
    >
      <span className={styles.quoteText}>{startOf(text, SHOWN_LETTERS)}</span>
      {style && probabilities && (
        <span className={styles.quoteLabel}>
          <span aria-hidden>{style.mark}</span> {style.word} {percent(Math.max(...probabilities))}
        </span>
      )}
    </UnstyledButton>
  );
}
