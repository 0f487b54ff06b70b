import { createResampler, intervalOf, middleOf } from './bootstrap.ts';
import { createRandom } from './random.ts';

/** A difference below it is no drift worth a word. */
const WORTH = 0.05;
const LEAST = 9;

/**
 * Whether a cell became slower or faster while it was measured.
 *
 * @param costs ms a token of each sample, in time order
 * @returns median of the last third over that of the first; clear when its bootstrap interval excludes 1 and it is off by
 * more than 5 %. 1 where samples are few, or too short for the clock.
 */
export function driftOf(costs: readonly number[], seed: number): { ratio: number; clear: boolean } {
  const third = Math.floor(costs.length / 3);
  const first = costs.slice(0, third);
  const last = costs.slice(costs.length - third);
  if (costs.length < LEAST || middleOf(first) === 0) return { ratio: 1, clear: false };
  const ratio = middleOf(last) / middleOf(first);
  const random = createRandom(seed);
  const before = createResampler(first, random);
  const after = createResampler(last, random);
  const [low, high] = intervalOf(() => after() / before());
  return { ratio, clear: Math.abs(ratio - 1) > WORTH && (low > 1 || high < 1) };
}
