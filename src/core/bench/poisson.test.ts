import { expect, it } from 'vitest';
import { arrivals } from './poisson.ts';
import { createRandom } from './random.ts';

const at = arrivals(20, 20_000, createRandom(3));
const gaps = at.map((ms, i) => ms - (at[i - 1] ?? 0));

it('lets requests come at the rate asked for, in order', () => {
  expect(at.at(-1)! / at.length).toBeCloseTo(50, -0.5);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
});

it('has exponential gaps: as much deviation as mean, and 1 - 1/e of them under it', () => {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
  expect(Math.sqrt(variance) / mean).toBeCloseTo(1, 1);
  expect(gaps.filter((gap) => gap < mean).length / gaps.length).toBeCloseTo(1 - Math.exp(-1), 2);
});

it('has Poisson counts: as much variance as mean in every second', () => {
  const counts = Array<number>(Math.floor(at.at(-1)! / 1000)).fill(0);
  for (const ms of at) if (ms < counts.length * 1000) counts[Math.floor(ms / 1000)]! += 1;
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
  expect(variance / mean).toBeGreaterThan(0.85);
  expect(variance / mean).toBeLessThan(1.15);
});

it('keeps its pattern at another rate, only faster', () => {
  const slow = arrivals(10, 50, createRandom(6));
  const fast = arrivals(40, 50, createRandom(6));
  fast.forEach((ms, i) => expect(ms * 4).toBeCloseTo(slow[i]!));
});
