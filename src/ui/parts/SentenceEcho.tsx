import { Text } from '@mantine/core';
import { memo } from 'react';
import { fillGaps } from '../../core/segments.ts';
import type { ScoredSentence } from '../../state/live-state.ts';
import { percent } from './format.ts';
import { hasStyle, labelStyle } from './label-style.ts';
import styles from './echo.module.css';

interface Props {
  text: string;
  parts: readonly ScoredSentence[];
  current: boolean;
}

/** The text, each sentence tinted and marked with its own label. */
export function SentenceEcho({ text, parts, current }: Props) {
  return (
    <>
      <div
        className={styles.echo}
        role="region"
        aria-label="Sentence by sentence"
        aria-busy={!current}
        tabIndex={0}
      >
        {fillGaps({ from: 0, to: text.length }, parts).map(({ from, to, segment }) => (
          <Sentence key={from} text={text.slice(from, to)} prediction={segment?.prediction} />
        ))}
      </div>
      <Text size="sm" c="dimmed" mt="sm">
        {parts.length} sentences, each scored on its own: {legend(parts)}.
      </Text>
    </>
  );
}

/** The marks of sentiment; any other label stands before its sentence in words. */
function legend(parts: Props['parts']): string {
  const { probabilities } = parts.find(({ prediction }) => prediction)?.prediction ?? {};
  const labels = Object.keys(probabilities ?? {});
  if (labels.some((label) => !hasStyle(label))) return 'its label stands before it';
  return labels.map((label) => `${labelStyle(label).mark}\u00a0${label}`).join(', ');
}

/** Drawn anew only when it is another: a long text has hundreds, and a keystroke changes one. */
const Sentence = memo(function Sentence({
  text,
  prediction,
}: {
  text: string;
  prediction: ScoredSentence['prediction'];
}) {
  if (!prediction) return text;
  const { className, mark, word } = labelStyle(prediction.label);
  const share = percent(prediction.confidence);
  return (
    <span className={`${styles.sentence} ${className}`} title={`${word}, ${share}`}>
      <span className={styles.mark} aria-hidden>
        {hasStyle(prediction.label) ? mark : `${word}:`}
      </span>
      {text}
      <span className={styles.unseen}>{` (${word}, ${share})`}</span>
    </span>
  );
});
