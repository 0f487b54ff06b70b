import fc from 'fast-check';
import { quantileSorted } from 'simple-statistics';
import { expect, it } from 'vitest';
import { summarize } from '../stats.ts';
import { describe, groupSizeOf } from './describe.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

it('has the same median and p95 as the rest of the page', () => {
  const ms = fc.array(fc.double({ min: 0.01, max: 1e4, noNaN: true }), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(ms, (samples) => {
      const { median, p95, p90 } = describe(samples, 1, 1);
      const expected = summarize(samples);
      expect(median.value).toBeCloseTo(expected.median, 6);
      expect(p95).toBeCloseTo(expected.p95, 6);
      expect(p90).toBeGreaterThanOrEqual(median.value);
    }),
    { numRuns: 30 },
  );
});

it('has p99 from 200 samples on', () => {
  expect(describe(upTo(200), 1, 1).p99).toBeCloseTo(198.01);
  expect(describe(upTo(199), 1, 1).p99).toBeUndefined();
});

it('has a median inside its interval', () => {
  const { median } = describe(upTo(41), 1, 1);
  expect(median.low).toBeLessThan(21);
  expect(median.value).toBe(21);
  expect(median.high).toBeGreaterThan(21);
});

it('counts outliers and keeps them', () => {
  const samples = [...Array.from({ length: 40 }, (_, i) => 10 + (i % 5) / 10), 90];
  const { outliers, n, mad } = describe(samples, 1, 1);
  expect({ outliers, n }).toEqual({ outliers: 1, n: 41 });
  expect(mad).toBeCloseTo(0.1);
});

it('calls nothing an outlier where more than half are alike', () => {
  expect(describe([5, 5, 5, 5, 9], 1, 1)).toMatchObject({ mad: 0, outliers: 0 });
});

it('describes a single sample by itself', () => {
  const { median, p95, mad } = describe([7], 1, 1);
  expect({ median, p95, mad }).toEqual({
    median: { value: 7, low: 7, high: 7 },
    p95: 7,
    mad: 0,
  });
});

it('groups samples of under 100 ticks by their median', () => {
  expect(groupSizeOf([12, 15, 11], 0.1)).toBe(1);
  expect(groupSizeOf([5, 5, 5, 90], 0.1)).toBe(2);
});

it('does not trust a median of few ticks: most of these are 0, their mean is 0.3 ms', () => {
  const samples = Array.from({ length: 100 }, (_, i) => (i % 10 < 3 ? 1 : 0));
  const size = groupSizeOf(samples, 1);
  expect(size).toBe(334);
  expect(quantileSorted(samples.toSorted(), 0.5)).toBe(0);
});
