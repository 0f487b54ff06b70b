import { estimateMedian, medianOf, middleOf, quantileOf } from './bootstrap.ts';
import type { Latency } from './figures.ts';
import { groupSize } from './tick.ts';

/** From so many samples on, the largest one in a hundred are more than a single one. */
const LEAST_FOR_P99 = 200;
/** Makes a median absolute deviation comparable with a standard deviation of normal samples. */
const SCALE = 1.4826;
/** Scaled deviations from the median beyond which a sample is an outlier (Leys et al. 2013). */
const FAR = 3;
/** A median of fewer ticks is itself mostly rounding: of times of 0 or 1 tick it is one of the two. */
const ROUGH_TICKS = 10;

/** @param samples ms, at least one; as drawn: grouped by `groupedBy` */
export function describe(samples: readonly number[], groupedBy: number, seed: number): Latency {
  const sorted = Float64Array.from(samples).sort();
  const middle = medianOf(sorted);
  const mad = middleOf(sorted.map((ms) => Math.abs(ms - middle)));
  const far = FAR * SCALE * mad;
  return {
    n: samples.length,
    median: estimateMedian(samples, seed),
    p90: quantileOf(sorted, 0.9),
    p95: quantileOf(sorted, 0.95),
    p99: samples.length >= LEAST_FOR_P99 ? quantileOf(sorted, 0.99) : undefined,
    mad,
    // Where more than half are alike there is no scale to call the others far by.
    outliers: far > 0 ? samples.filter((ms) => Math.abs(ms - middle) > far).length : 0,
    groupedBy,
  };
}

/**
 * How many samples in a row make one of at least 100 ticks: by their median, or by their mean, which rounding leaves alone,
 * where the median is too few ticks to be trusted.
 *
 * @param samples ms, at least one
 */
export function groupSizeOf(samples: readonly number[], tickMs: number): number {
  const middle = middleOf(samples);
  const mean = samples.reduce((sum, ms) => sum + ms, 0) / samples.length;
  return groupSize(middle < ROUGH_TICKS * tickMs ? mean : middle, tickMs);
}
