import { expectedOf, USUAL_COST, type TextSet } from '../../../../models/cascade.ts';
import { BASE, SMALL } from '../../../../models/catalogue.ts';
import type { TimeEstimate } from '../../../../state/intake-estimate.ts';
import { percent } from '../../../parts/format.ts';
import type { Interval } from '../../../../core/analysis/wilson.ts';

export const SET_NAMES: Record<TextSet, string> = {
  everyday: 'everyday reviews',
  mixed: 'texts of many sources',
  hard: 'hard reviews',
};

export const gateText = (under: number): string => under.toFixed(2);

export const cascadeTitle = (under: number): string =>
  `${SMALL.title}, under ${gateText(under)} ${BASE.title}`;

/** "96.6 to 98.5%" */
export const intervalText = ({ low, high }: Interval): string =>
  `${percent(low, 1).slice(0, -1)} to ${percent(high, 1)}`;

/** "2.3 times"; what is no gain is said to be none. */
export const timesText = (speedUp: number): string =>
  speedUp < 1.05 ? 'no faster' : `${speedUp.toFixed(1)} times`;

/** Where the estimate of the speed comes from. */
export const costText = (cost: number | undefined): string =>
  cost === undefined
    ? `The speed is an estimate: small takes about ${percent(USUAL_COST)} of base’s time for the same text.`
    : `The speed is an estimate from your last cascade on this machine, where small took ${percent(cost)} of base’s time for the same text.`;

/**
 * The time by cascade: from a file of everyday reviews to one of hard ones, since nobody knows which this one is like.
 *
 * @param exact what the accurate model alone takes
 * @param under undefined where it is not a cascade
 */
export function byCascade<T extends TimeEstimate | undefined>(
  exact: T,
  under: number | undefined,
  cost: number | undefined,
): T {
  if (!exact || under === undefined) return exact;
  const by = (set: TextSet) => expectedOf(set, under, cost).speedUp;
  return {
    ...exact,
    lowSeconds: exact.lowSeconds / by('everyday'),
    highSeconds: exact.highSeconds / by('hard'),
  };
}
