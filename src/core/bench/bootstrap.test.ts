import { expect, it } from 'vitest';
import { estimateMedian, pairedRatio, quantileOf } from './bootstrap.ts';
import { createRandom } from './random.ts';

const TRIALS = 300;

/** Normal with mean 0 and deviation 1 (Box and Muller). */
const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

it('covers the median of skewed timings about as often as it says', () => {
  const random = createRandom(7);
  let covered = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const samples = Array.from({ length: 30 }, () => Math.exp(normal(random))); // true median 1
    const { low, high } = estimateMedian(samples, trial);
    if (low <= 1 && 1 <= high) covered += 1;
  }
  expect(covered / TRIALS).toBeGreaterThan(0.9);
  expect(covered / TRIALS).toBeLessThan(0.99);
});

it('covers a ratio of paired rounds that drift together', () => {
  const random = createRandom(8);
  let covered = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const drift = Array.from({ length: 12 }, (_, i) => 1 + i / 6);
    const a = drift.map((d) => 2 * d * Math.exp(0.1 * normal(random)));
    const b = drift.map((d) => d * Math.exp(0.1 * normal(random)));
    const { low, high, clear } = pairedRatio(a, b, trial);
    expect(clear).toBe(true);
    if (low <= 2 && 2 <= high) covered += 1;
  }
  expect(covered / TRIALS).toBeGreaterThan(0.88);
});

it('seldom sees a difference where there is none', () => {
  const random = createRandom(9);
  let clear = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const rounds = () => Array.from({ length: 12 }, () => Math.exp(0.2 * normal(random)));
    if (pairedRatio(rounds(), rounds(), trial).clear) clear += 1;
  }
  expect(clear / TRIALS).toBeLessThan(0.12);
});

it('never calls two rounds clear', () => {
  expect(pairedRatio([4, 4.1], [1, 1], 1).clear).toBe(false);
});

it('is the same for the same seed', () => {
  expect(estimateMedian([3, 1, 2, 8], 5)).toEqual(estimateMedian([3, 1, 2, 8], 5));
});

it('interpolates percentiles between order statistics', () => {
  const sorted = Float64Array.from([1, 2, 3, 4]);
  expect(quantileOf(sorted, 0.5)).toBe(2.5);
  expect(quantileOf(sorted, 0.95)).toBeCloseTo(3.85);
  expect(quantileOf(sorted, 1)).toBe(4);
});
