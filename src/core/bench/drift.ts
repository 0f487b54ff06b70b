import { medianOf, resample } from './bootstrap.ts';

/** A difference below it is no drift worth a word. */
const WORTH = 0.05;
const LEAST = 9;

/**
 * Whether a cell became slower or faster while it was measured.
 *
 * @param costs ms a token of each sample, in time order
 * @returns median of the last third over that of the first; clear when its bootstrap interval excludes 1 and it is off by
 * more than 5 %
 */
export function driftOf(costs: readonly number[], seed: number): { ratio: number; clear: boolean } {
  if (costs.length < LEAST) return { ratio: 1, clear: false };
  const third = Math.floor(costs.length / 3);
  const first = costs.slice(0, third);
  const last = costs.slice(-third);
  const ratio = middle(last) / middle(first);
  const [low, high] = resample(third, seed, (draw) => {
    const of = (part: readonly number[]) => middle(part.map(() => part[draw()]!));
    return of(last) / of(first);
  });
  return { ratio, clear: Math.abs(ratio - 1) > WORTH && (low > 1 || high < 1) };
}

const middle = (list: readonly number[]) => medianOf(Float64Array.from(list).sort());
