import { expect, it } from 'vitest';
import { driftOf } from './drift.ts';
import { createRandom } from './random.ts';

/** Costs that grow by `slope` of their beginning, within 5 % of noise. */
function noisy(slope: number, seed = 4) {
  const random = createRandom(seed);
  return Array.from({ length: 90 }, (_, i) => (1 + (slope * i) / 90) * (0.95 + 0.1 * random()));
}

it('is seen where a machine slows down by a third, and where one recovers', () => {
  const slower = driftOf(noisy(0.5), 1);
  expect(slower.clear).toBe(true);
  expect(slower.ratio).toBeCloseTo(1.3, 1);
  const faster = driftOf(noisy(0.5).toReversed(), 1);
  expect(faster.clear).toBe(true);
  expect(faster.ratio).toBeCloseTo(1 / 1.3, 1);
});

it('is not seen in noise, nor in a handful of samples', () => {
  expect(driftOf(noisy(0), 1).clear).toBe(false);
  expect(driftOf([1, 9, 1, 9], 1)).toEqual({ ratio: 1, clear: false });
});

it('is not worth a word under 5 %, however sure', () => {
  const sure = Array.from({ length: 90 }, (_, i) => 1 + (0.04 * i) / 90);
  expect(driftOf(sure, 1).clear).toBe(false);
});

it('is seldom seen in wide noise without any', () => {
  const random = createRandom(12);
  let clear = 0;
  for (let trial = 0; trial < 150; trial++)
    if (
      driftOf(
        Array.from({ length: 60 }, () => 1 + 3 * random() ** 3),
        trial,
      ).clear
    )
      clear += 1;
  expect(clear / 150).toBeLessThan(0.1);
});

it('says nothing of times too short for the clock', () => {
  expect(driftOf(Array<number>(30).fill(0), 1)).toEqual({ ratio: 1, clear: false });
});
