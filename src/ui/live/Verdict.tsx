import { Badge, Group, Stack, Text, Tooltip } from '@mantine/core';
import { live } from '../../app.ts';
import type { LiveAnswer } from '../../state/live-state.ts';
import { count, ms, percent } from '../parts/format.ts';
import { labelStyle } from '../parts/label-style.ts';
import { Probabilities } from '../parts/Probabilities.tsx';
import styles from './Verdict.module.css';
import { usePainted } from './use-painted.ts';

interface Props {
  answer: LiveAnswer;
  /** Whether it is for the text in the box. */
  current: boolean;
  /** The running model's threshold, 0 to 1. */
  uncertainBelow: number;
  /** The time of the last answer that was painted. */
  totalMs: number | undefined;
}

/** The label, large, and what it rests on. */
export function Verdict({ answer, current, uncertainBelow, totalMs }: Props) {
  usePainted(answer.id, live.painted);
  const { label, confidence, probabilities, uncertain, tokens, windows } = answer.prediction;
  const { className, mark, word } = labelStyle(label);

  return (
    <Stack className={styles.verdict} gap="lg" aria-busy={!current}>
      <div className={`${styles.headline} ${className}`}>
        <span className={styles.mark} aria-hidden>
          {mark}
        </span>
        {/* Whose label it is, for tests: what stands here as current must be for the text in the box. */}
        <strong
          className={styles.label}
          data-text={answer.text}
          data-current={current}
          data-long={word.length > 12 || undefined}
        >
          {word}
        </strong>
        <span className={styles.confidence}>{percent(confidence)}</span>
      </div>
      <Probabilities values={probabilities} top={label} />
      {uncertain && (
        <Group gap="xs" wrap="nowrap" align="baseline">
          <Badge color="yellow" variant="light" className={styles.badge}>
            Uncertain
          </Badge>
          <Text size="sm" c="dimmed">
            No label reaches {percent(uncertainBelow)}, so take this one with care.
          </Text>
        </Group>
      )}
      <Text size="sm" c="dimmed" className={styles.foot}>
        {count(tokens)} tokens
        {windows > 1 && (
          <Tooltip
            multiline
            w={280}
            label="The text is longer than the model reads at once. It was cut into equal windows, whose scores were averaged, weighted by their tokens."
          >
            <span tabIndex={0} className={styles.hint}>
              , scored in {windows} windows
            </span>
          </Tooltip>
        )}
        {totalMs !== undefined && `, ${ms(totalMs)} from keystroke to screen`}
      </Text>
    </Stack>
  );
}
