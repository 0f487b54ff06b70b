import { expect, it } from 'vitest';
import { points, shades, topWords } from './effects.ts';

const words = [0.4, -0.2, 0.01, 0.05].map((effect, i) => ({ from: i, to: i + 1, effect }));

it('shades in proportion to the strongest word, and leaves noise alone', () => {
  expect(words.map(shades(words))).toEqual([
    { speaks: 'for', strength: 1 },
    { speaks: 'against', strength: 0.5 },
    { speaks: undefined, strength: 0 },
    { speaks: 'for', strength: 0.125 },
  ]);
});

it('shades a text without strong words faintly', () => {
  const faint = { from: 0, to: 1, effect: 0.03 };
  expect(shades([faint])(faint).strength).toBeCloseTo(0.3);
});

it('names the strongest words of each side first', () => {
  expect(topWords(words, 'for').map(({ effect }) => effect)).toEqual([0.4, 0.05]);
  expect(topWords(words, 'against').map(({ effect }) => effect)).toEqual([-0.2]);
  expect(topWords(words, 'for', 1)).toHaveLength(1);
});

it('writes effects as signed points', () => {
  expect([0.413, -0.034, 0.001].map(points)).toEqual(['+41', '−3', '0']);
});
