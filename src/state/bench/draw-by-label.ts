import { drawn, shuffled } from '../../core/bench/random.ts';
import type { Given, LabelIndex } from './given.ts';

const KINDS: readonly (LabelIndex | null)[] = [0, 1, 2, null];

/**
 * Draws `count` of `all` so that labels keep their shares (largest remainders round them), in random order.
 *
 * @param count at most all.length
 * @param random 0 to 1, 1 excluded
 */
export function drawByLabel(all: readonly Given[], count: number, random: () => number): Given[] {
  const strata = KINDS.map((kind) => {
    const members = all.filter(({ label }) => label === kind);
    const exact = (members.length * count) / all.length;
    return { members, take: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  const missing = count - strata.reduce((sum, { take }) => sum + take, 0);
  for (const stratum of strata.toSorted((a, b) => b.rest - a.rest).slice(0, missing))
    stratum.take += 1;
  const chosen = strata.flatMap(({ members, take }) =>
    drawn(take, members.length, random).map((i) => members[i]!),
  );
  return shuffled(chosen, random);
}
