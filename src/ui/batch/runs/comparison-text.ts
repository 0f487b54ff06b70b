import type { Comparison } from '../../../core/runs.ts';
import { count, percent } from '../../parts/format.ts';
import type { Interval } from '../../../core/analysis/wilson.ts';

/** "38.1% (35.2–41.1)" */
export const shareText = ({ share, low, high }: Interval): string =>
  `${percent(share, 1)} (${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)})`;

const BY = {
  row: 'both hold the same texts in the same order',
  id: 'rows of the same id are compared',
  text: 'rows of the same text are compared',
} as const;

export function matchText({ by, matched, onlyA, onlyB }: Comparison): string {
  if (matched === 0)
    return 'The two runs have no row in common: only their shares can be compared.';
  const rest =
    onlyA + onlyB > 0
      ? ` ${count(onlyA)} rows are in the first only, ${count(onlyB)} in the second only.`
      : '';
  return `${count(matched)} rows in common: ${BY[by]}.${rest}`;
}

/** McNemar's exact test in words. */
export function correctText(correct: NonNullable<Comparison['correct']>): string {
  const { both, onlyA, onlyB, neither, p } = correct;
  const verdict =
    p < 0.05
      ? `${onlyB > onlyA ? 'The second' : 'The first'} is right more often`
      : 'No clear difference';
  const chance = p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`;
  return (
    `Against the given labels: both right ${count(both)}, only the first ${count(onlyA)}, ` +
    `only the second ${count(onlyB)}, neither ${count(neither)}. ${verdict} (McNemar's exact test, ${chance}).`
  );
}
