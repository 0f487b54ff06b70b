import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  createResampler,
  estimateMedian,
  middleOf,
  pairedRatio,
  quantileOf,
  RESAMPLES,
} from './bootstrap.ts';
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

it('never calls fewer than five rounds clear: they agree by chance too often', () => {
  const rounds = (count: number) => Array.from({ length: count }, (_, i) => 4 + i / 10);
  const ones = (count: number) => Array<number>(count).fill(1);
  expect(pairedRatio(rounds(4), ones(4), 1)).toMatchObject({ rounds: 4, clear: false });
  expect(pairedRatio(rounds(5), ones(5), 1)).toMatchObject({ rounds: 5, clear: true });
});

it('draws the same medians as sorting each resample would', () => {
  const samples = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(samples, fc.nat(), (list, seed) => {
      const sorted = list.toSorted((a, b) => a - b);
      const random = createRandom(seed);
      const obvious = () => middleOf(list.map(() => sorted[Math.floor(random() * list.length)]!));
      const draw = createResampler(list, createRandom(seed));
      for (let i = 0; i < 10; i++) expect(draw()).toBeCloseTo(obvious(), 9);
    }),
  );
});

it('gives the interval that sorting the medians of all resamples gives', () => {
  const samples = [9, 4, 7, 7, 1, 12, 5, 30];
  const sorted = samples.toSorted((a, b) => a - b);
  const random = createRandom(3);
  const medians = Array.from({ length: RESAMPLES }, () =>
    middleOf(samples.map(() => sorted[Math.floor(random() * samples.length)]!)),
  ).sort((a, b) => a - b);
  const at = (p: number) => quantileOf(Float64Array.from(medians), p);
  expect(estimateMedian(samples, 3)).toEqual({ value: 7, low: at(0.025), high: at(0.975) });
});

it('has no width for one sample, or for samples that are all alike', () => {
  expect(estimateMedian([3], 1)).toEqual({ value: 3, low: 3, high: 3 });
  expect(estimateMedian([3, 3, 3, 3], 1)).toEqual({ value: 3, low: 3, high: 3 });
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
