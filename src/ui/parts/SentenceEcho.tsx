import { Text } from '@mantine/core';
import { memo } from 'react';
import { fillGaps } from '../../core/segments.ts';
import type { ScoredSentence } from '../../state/live-state.ts';
import { percent } from './format.ts';
import { labelStyle } from './label-style.ts';
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

/** The labels there are, each with its mark: of sentiment all three. */
function legend(parts: Props['parts']): string {
  const { probabilities } = parts.find(({ prediction }) => prediction)?.prediction ?? {};
  const marks = Object.keys(probabilities ?? {}).map((label) => [labelStyle(label).mark, label]);
  const shown = marks.length > 5 ? [['•', 'the label found']] : marks;
  return shown.map((pair) => pair.join('\u00a0')).join(', ');
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
        {mark}
      </span>
      {text}
      <span className={styles.unseen}>{` (${word}, ${share})`}</span>
    </span>
  );
});
