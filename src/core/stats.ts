import { quantileSorted } from 'simple-statistics';

/**
 * Summary of repeated timings: median and p95 rather than mean, because one garbage collection must not move the
 * headline number. Quantiles interpolate linearly between order statistics (Hyndman & Fan 1996, type 7).
 *
 * @param ms at least one sample, warm-up dropped, any order
 * @throws RangeError when `ms` is empty
 */
export function summarize(ms: readonly number[]): { median: number; p95: number } {
  if (ms.length === 0) throw new RangeError('summarize needs at least one sample');
  const sorted = ms.toSorted((a, b) => a - b);
  return { median: quantileSorted(sorted, 0.5), p95: quantileSorted(sorted, 0.95) };
}
