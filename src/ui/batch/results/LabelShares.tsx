import { Button, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { results } from '../../../app.ts';
import { byFrequency } from '../../../core/analysis/tally.ts';
import type { Summary } from '../../../core/runs.ts';
import { areSentiment } from '../../../core/sentiment.ts';
import { count, percent } from '../../parts/format.ts';
import { labelStyle } from '../../parts/label-style.ts';
import { LabelMark } from './LabelMark.tsx';
import { Panel } from '../../parts/Panel.tsx';
import styles from './summary.module.css';
import { showTable } from './show-table.ts';

/** Labels drawn before more are asked for. */
const FIRST = 8;

interface Props {
  labels: readonly string[];
  summary: Summary;
}

/** How many of each label; a press shows them. Labels of a model's own stand in the order of how many. */
export function LabelShares({ labels, summary }: Props) {
  const [all, setAll] = useState(false);
  const { counts, shares, scored, rows, flags, corrected } = summary;
  const ordered = areSentiment(labels) ? labels : byFrequency(labels, counts);
  const shown = all ? ordered : ordered.slice(0, FIRST);
  const others = [
    rows - scored - flags.empty > 0 && `${count(rows - scored - flags.empty)} not scored yet`,
    flags.empty > 0 && `${count(flags.empty)} without text`,
    flags.duplicate > 0 && `${count(flags.duplicate)} repeated, scored once`,
    flags.uncertain > 0 && `${count(flags.uncertain)} uncertain`,
    flags.long > 0 && `${count(flags.long)} long, scored in windows`,
    flags.foreign > 0 && `${count(flags.foreign)} perhaps in another language`,
    corrected > 0 && `${count(corrected)} corrected by hand`,
  ].filter((part) => part !== false);

  return (
    <Panel title="Labels">
      <ul className={styles.shares} aria-label="Labels">
        {shown.map((label) => {
          const { low, high, share } = shares[label]!;
          return (
            <li key={label} className={labelStyle(label).className}>
              <UnstyledButton
                className={styles.share}
                onClick={() => {
                  results.setFilter({ labels: [label] });
                  showTable();
                }}
              >
                <LabelMark label={label} />
                <span className={styles.shareFigure}>
                  <b>{scored > 0 ? percent(share, 1) : '–'}</b>
                  <span className={styles.shareCount}>{count(counts[label]!)}</span>
                </span>
                <span className={styles.track} aria-hidden>
                  <span className={styles.fill} style={{ transform: `scaleX(${share || 0})` }} />
                </span>
                {scored > 0 && (
                  <span className={styles.shareInterval}>
                    95% interval {percent(low, 1)} to {percent(high, 1)}
                  </span>
                )}
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
      {labels.length > FIRST && (
        <Button size="xs" variant="default" mt="xs" onClick={() => setAll(!all)}>
          {all ? `Show the ${FIRST} most frequent` : `Show all ${labels.length} labels`}
        </Button>
      )}
      {others.length > 0 && (
        <Text size="sm" c="dimmed" mt="md">
          {others.join(' · ')}
        </Text>
      )}
    </Panel>
  );
}
