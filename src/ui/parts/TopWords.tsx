import { Text } from '@mantine/core';
import type { WeighedWord } from '../../state/live-state.ts';
import { points, topWords } from './effects.ts';

interface Props {
  text: string;
  label: string;
  words: readonly WeighedWord[];
}

/** The same as the shades, in words. */
export function TopWords({ text, label, words }: Props) {
  const name = (speaks: 'for' | 'against') =>
    topWords(words, speaks)
      .map(({ from, to, effect }) => `${text.slice(from, to)} ${points(effect)}`)
      .join(', ');
  const [gives, takes] = [name('for'), name('against')];

  if (!gives && !takes)
    return <Text size="sm">No single word matters much: without any one, the label stands.</Text>;
  return (
    <>
      {gives && (
        <Text size="sm">
          <b>For {label}:</b> {gives}
        </Text>
      )}
      {takes && (
        <Text size="sm">
          <b>Against:</b> {takes}
        </Text>
      )}
    </>
  );
}
