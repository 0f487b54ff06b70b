import { Text, UnstyledButton } from '@mantine/core';
import { results } from '../../../app.ts';
import type { Summary } from '../../../core/runs.ts';
import { LABELS } from '../../../core/sentiment.ts';
import { count, percent } from '../../parts/format.ts';
import { LABEL_STYLE } from '../../parts/label-style.ts';
import { LabelMark } from './LabelMark.tsx';
import { Panel } from '../../parts/Panel.tsx';
import styles from './summary.module.css';
import { showTable } from './show-table.ts';

/** How many of each label; a press shows them. */
export function LabelShares({ summary }: { summary: Summary }) {
  const { counts, shares, scored, rows, flags, corrected } = summary;
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
        {LABELS.map((label) => {
          const { low, high, share } = shares[label];
          return (
            <li key={label} className={LABEL_STYLE[label].className}>
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
                  <span className={styles.shareCount}>{count(counts[label])}</span>
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
      {others.length > 0 && (
        <Text size="sm" c="dimmed" mt="md">
          {others.join(' · ')}
        </Text>
      )}
    </Panel>
  );
}
