import type { BenchSettings } from './settings.ts';

/** Shares of the measured capacity: well under it, near it, and just over. */
const SHARES = [0.4, 0.6, 0.75, 0.9, 1.05];

/** @returns requests a second, ascending, each once */
export function serverRates({ rates }: BenchSettings, capacityPerSecond: number): number[] {
  const chosen =
    rates.length > 0
      ? rates
      : SHARES.map((share) => Number((share * capacityPerSecond).toPrecision(3)));
  return [...new Set(chosen)].sort((a, b) => a - b);
}

/**
 * Between which rates a bound breaks.
 *
 * @param points by rate, ascending
 * @returns the highest rate that held it, as did all lower ones, and the lowest that broke it
 */
export function limitOf(points: readonly { rate: number; holds: boolean }[]): {
  holds: number | undefined;
  breaks: number | undefined;
} {
  const broken = points.findIndex(({ holds }) => !holds);
  const held = broken < 0 ? points.at(-1) : points[broken - 1];
  return { holds: held?.rate, breaks: points[broken]?.rate };
}
