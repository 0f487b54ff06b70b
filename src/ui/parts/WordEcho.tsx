import { Group, Text } from '@mantine/core';
import type { CSSProperties } from 'react';
import { fillGaps } from '../../core/segments.ts';
import type { Why } from '../../state/live-state.ts';
import { MOST_WORDS } from '../../state/live-why.ts';
import { ms } from './format.ts';
import styles from './echo.module.css';
import { points, shades } from './effects.ts';
import { TopWords } from './TopWords.tsx';

/** The text, each word shaded by what it gives to the label or takes from it. */
export function WordEcho({
  text,
  label,
  words,
  variants,
  elapsedMs,
}: Extract<Why, { phase: 'done' }>) {
  const shadeOf = shades(words);
  return (
    <>
      <div className={styles.echo} role="region" aria-label="Word by word" tabIndex={0}>
        {fillGaps({ from: 0, to: text.length }, words).map(({ from, to, segment }) => {
          const piece = text.slice(from, to);
          if (!segment) return piece;
          const { speaks, strength } = shadeOf(segment);
          return (
            <span
              key={from}
              className={styles.word}
              data-speaks={speaks}
              style={{ '--strength': strength } as CSSProperties} // React's type knows no custom properties
              title={`${points(segment.effect)} points`}
            >
              {piece}
            </span>
          );
        })}
      </div>
      <Group component="p" gap="md" my="sm" fz="sm">
        <span className={styles.word} data-speaks="for" style={FULL}>
          speaks for {label}
        </span>
        <span className={styles.word} data-speaks="against" style={FULL}>
          speaks against {label}
        </span>
      </Group>
      <TopWords text={text} label={label} words={words} />
      <Text size="sm" c="dimmed" mt="sm">
        {variants} variants, each without one word, scored in {ms(elapsedMs)}. Points are percentage
        points of P({label}) that leaving the word out takes away.
        {variants === MOST_WORDS && ` Only the first ${MOST_WORDS} words are weighed.`}
      </Text>
    </>
  );
}

const FULL = { '--strength': 0.7 } as CSSProperties; // as above
