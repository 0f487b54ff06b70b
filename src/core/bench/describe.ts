import { estimateMedian, medianOf, quantileOf } from './bootstrap.ts';
import type { Latency } from './figures.ts';

/** From so many samples on, the largest two in a hundred are more than a handful. */
const LEAST_FOR_P99 = 200;
/** Makes a median absolute deviation comparable with a standard deviation of normal samples. */
const SCALE = 1.4826;
/** Scaled deviations from the median beyond which a sample is an outlier (Leys et al. 2013). */
const FAR = 3;

/** @param samples ms, at least one; as drawn: grouped by `groupedBy` */
export function describe(samples: readonly number[], groupedBy: number, seed: number): Latency {
  const sorted = Float64Array.from(samples).sort();
  const middle = medianOf(sorted);
  const mad = medianOf(sorted.map((ms) => Math.abs(ms - middle)).sort());
  const far = FAR * SCALE * mad;
  return {
    n: samples.length,
    median: estimateMedian(samples, seed),
    p90: quantileOf(sorted, 0.9),
    p95: quantileOf(sorted, 0.95),
    p99: samples.length >= LEAST_FOR_P99 ? quantileOf(sorted, 0.99) : undefined,
    mad,
    outliers: far > 0 ? samples.filter((ms) => Math.abs(ms - middle) > far).length : 0,
    groupedBy,
  };
}
