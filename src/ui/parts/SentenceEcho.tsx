import { Text } from '@mantine/core';
import { memo } from 'react';
import { fillGaps } from '../../core/segments.ts';
import { LABELS } from '../../core/sentiment.ts';
import type { ScoredSentence } from '../../state/live-state.ts';
import { percent } from './format.ts';
import { LABEL_STYLE } from './label-style.ts';
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
        {parts.length} sentences, each scored on its own:{' '}
        {LABELS.map((label) => `${LABEL_STYLE[label].mark}\u00a0${label}`).join(', ')}.
      </Text>
    </>
  );
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
  const { className, mark, word } = LABEL_STYLE[prediction.label];
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
