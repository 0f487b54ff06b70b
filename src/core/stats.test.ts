import { expect, it } from 'vitest';
import { summarize } from './stats.ts';

it('gives the median and the 95th percentile, whatever the order', () => {
  const ms = Array.from({ length: 99 }, (_, i) => 99 - i);
  expect(summarize(ms)).toEqual({ median: 50, p95: 94.1 });
});

it('is not moved by one outlier', () => {
  expect(summarize([5, 5, 5, 5, 900]).median).toBe(5);
});

it('refuses an empty list', () => {
  expect(() => summarize([])).toThrow(RangeError);
});
