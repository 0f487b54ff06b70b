import type { Estimate, Ratio } from '../../../core/bench/figures.ts';
import { ms, percent } from '../../parts/format.ts';

/** What a ratio says of batch. Unclear: its interval holds 1. */
export type Verdict = 'faster' | 'slower' | 'unclear';

export const verdictOf = ({ value, clear }: Ratio): Verdict =>
  clear ? (value > 1 ? 'faster' : 'slower') : 'unclear';

/** Of a ratio close to 1 three decimals, or an interval that misses 1 would look as if it held it. */
function digitsFor(values: readonly number[]): number {
  if (values.some((value) => value !== 1 && Math.abs(value - 1) < 0.005)) return 3;
  return Math.max(...values) < 20 ? 2 : 1;
}

/** "1.82", "1.82 times" and "1.75 to 1.90", rounded alike. */
export function times({ value, low, high }: Estimate) {
  const digits = digitsFor([value, low, high]);
  const [v, l, h] = [value.toFixed(digits), low.toFixed(digits), high.toFixed(digits)];
  return { value: v, low: l, high: h, times: `${v} times`, interval: `${l} to ${h}` };
}

/** The same numbers the other way round: how many times as long batch takes. */
export const inverse = ({ value, low, high }: Estimate): Estimate => ({
  value: 1 / value,
  low: 1 / high,
  high: 1 / low,
});

/** What the ratio of real time's ms a review over batch's says, as a part of a sentence. */
export function ratioText(ratio: Ratio): string {
  const verdict = verdictOf(ratio);
  if (verdict === 'slower') {
    const { times: longer, interval } = times(inverse(ratio));
    return `batch takes ${longer} as long (95% interval ${interval})`;
  }
  const { times: faster, interval } = times(ratio);
  const figures = `${faster} as fast (95% interval ${interval})`;
  return verdict === 'faster' ? `batch is ${figures}` : `no clear difference: ${figures}`;
}

/** "20.1 ms (19.8 to 20.6)" */
export const msText = ({ value, low, high }: Estimate): string =>
  `${ms(value)} (${ms(low)} to ${ms(high)})`;

/** "88.5% (95% interval 83.2% to 92.3%)" */
export const shareText = ({ value, low, high }: Estimate): string =>
  `${percent(value, 1)} (95% interval ${percent(low, 1)} to ${percent(high, 1)})`;

/** "89.6% (84.5 to 93.2)" */
export const shareShort = ({ value, low, high }: Estimate): string =>
  `${percent(value, 1)} (${percent(low, 1).slice(0, -1)} to ${percent(high, 1).slice(0, -1)})`;

/** A bound as the experiment states it: "0.1 s", "0.005 s" */
export const boundText = (boundMs: number): string => `${boundMs / 1000} s`;
