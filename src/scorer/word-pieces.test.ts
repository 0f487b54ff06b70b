import { expect, it } from 'vitest';
import { lookUps } from './word-pieces.ts';

const vocabulary = new Set(['un', '##bel', '##ie', '##able', 'a', '##b', 'u']);
const isKnown = (piece: string) => vocabulary.has(piece);
const found = (word: string) =>
  lookUps(word, isKnown).flatMap((one) => (one.found ? one.piece : []));

it('takes the longest beginning first', () => {
  expect(found('unbelieable')).toEqual(['un', '##bel', '##ie', '##able']);
  expect(lookUps('un', isKnown)).toEqual([{ piece: 'un', found: true }]);
  expect(lookUps('ab', isKnown).map(({ piece }) => piece)).toEqual(['ab', 'a', '##b']);
});

it('ends without a piece where no beginning is known', () => {
  expect(lookUps('ax', isKnown).at(-1)).toEqual({ piece: '##x', found: false });
});

it('does not read a word over 100 letters', () => {
  expect(lookUps('a'.repeat(101), isKnown)).toEqual([]);
});
