import { Text, UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { results } from '../../../app.ts';
import type { Row, Summary } from '../../../core/runs.ts';
import { startOf } from '../../../core/segments.ts';
import { areSentiment } from '../../../core/sentiment.ts';
import { percent } from '../../parts/format.ts';
import { labelStyle } from '../../parts/label-style.ts';
import { Panel } from '../../parts/Panel.tsx';
import shared from './results.module.css';
import styles from './summary.module.css';
import { tellingLists } from './telling-lists.ts';

/** Enough for three lines. */
const SHOWN_LETTERS = 280;

interface Props {
  labels: readonly string[];
  summary: Summary;
}

/** Reviews to read first: those that say it most clearly, and those that could be either. */
export function TellingCard({ labels, summary }: Props) {
  const lists = tellingLists(summary, labels);
  const left = labels.length - lists.length;
  return (
    <Panel title="Reviews to read first">
      <div className={shared.thirds}>
        {lists.map(({ label, title, rows }) => (
          <List key={label} title={title} rows={rows} />
        ))}
        <List title="Most uncertain" rows={summary.uncertain} />
      </div>
      {left > 0 && !areSentiment(labels) && (
        <Text size="sm" c="dimmed" mt="md">
          The surest reviews of the {lists.length} most frequent labels. For another label choose it
          in the table below, and sort by confidence.
        </Text>
      )}
    </Panel>
  );
}

function List({ title, rows }: { title: string; rows: readonly Row[] }) {
  const id = useId();
  return (
    <div>
      <Text fw={600} size="sm" id={id} mb={4} style={{ overflowWrap: 'anywhere' }}>
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

function Quote({ row: { row, text, label, confidence } }: { row: Row }) {
  const style = label === undefined ? undefined : labelStyle(label);
  return (
    <UnstyledButton
      className={`${styles.quote} ${style?.className ?? ''}`}
      onClick={() => void results.open(row)}
    >
      <span className={styles.quoteText}>{startOf(text, SHOWN_LETTERS)}</span>
      {style && confidence !== undefined && (
        <span className={styles.quoteLabel}>
          <span aria-hidden>{style.mark}</span> {startOf(style.word, 40)} {percent(confidence)}
        </span>
      )}
    </UnstyledButton>
  );
}
