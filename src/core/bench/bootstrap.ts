import type { Estimate, Ratio } from './figures.ts';
import { createRandom } from './random.ts';

/** Resamples of every interval here. */
export const RESAMPLES = 2000;
const LOW = 0.025;
const HIGH = 0.975;

/**
 * Median with its 95 % bootstrap interval: the percentiles of the medians of 2,000 samples drawn from the sample, with
 * replacement (Efron and Tibshirani 1993, chapter 13).
 *
 * @param samples at least one, finite
 * @param seed the same seed gives the same interval
 */
export function estimateMedian(samples: readonly number[], seed: number): Estimate {
  const value = medianOf(Float64Array.from(samples).sort());
  if (samples.length === 1) return { value, low: value, high: value };
  const [low, high] = resample(samples.length, seed, (draw) => {
    const again = new Float64Array(samples.length);
    for (let i = 0; i < again.length; i++) again[i] = samples[draw()]!;
    return medianOf(again.sort());
  });
  return { value, low, high };
}

/**
 * One variant over another, from rounds in which both did the same work at nearly the same time: the median of the rounds'
 * ratios, with its bootstrap interval over rounds.
 *
 * @param a ms of each round, above 0
 * @param b ms of the same rounds, above 0
 */
export function pairedRatio(a: readonly number[], b: readonly number[], seed: number): Ratio {
  const estimate = estimateMedian(
    a.map((ms, i) => ms / b[i]!),
    seed,
  );
  // Two rounds or fewer may agree by chance.
  const clear = a.length > 2 && (estimate.low > 1 || estimate.high < 1);
  return { ...estimate, rounds: a.length, clear };
}

/**
 * @param statistic of one resample; `draw` gives an index of the sample
 * @returns the 2.5 and the 97.5 percentile of the statistic
 */
export function resample(
  length: number,
  seed: number,
  statistic: (draw: () => number) => number,
): [number, number] {
  const random = createRandom(seed);
  const draw = () => Math.floor(random() * length);
  const found = Float64Array.from({ length: RESAMPLES }, () => statistic(draw)).sort();
  return [quantileOf(found, LOW), quantileOf(found, HIGH)];
}

export const medianOf = (sorted: Float64Array): number => quantileOf(sorted, 0.5);

/** Linear between order statistics (Hyndman and Fan 1996, type 7). @param sorted ascending, not empty */
export function quantileOf(sorted: Float64Array, p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}
