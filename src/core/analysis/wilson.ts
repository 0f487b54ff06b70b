/** Of no reviews at all, all three are NaN. */
export interface Interval {
  /** 0 to 1 */
  share: number;
  low: number;
  high: number;
}

/** The 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * A share with its 95 % score interval (Wilson 1927, without continuity correction): stays inside 0 to 1 and says something
 * sensible for ten reviews and for shares of 0 and 1, where the textbook interval has no width.
 *
 * @param count 0 to `of`
 * @returns three NaN where `of` is 0: nothing is known, and a chart leaves such a point blank
 */
export function wilson(count: number, of: number): Interval {
  if (of === 0) return { share: NaN, low: NaN, high: NaN };
  const share = count / of;
  const spread = Z * Math.sqrt(share * (1 - share) * of + (Z * Z) / 4);
  const low = (count + (Z * Z) / 2 - spread) / (of + Z * Z);
  const high = (count + (Z * Z) / 2 + spread) / (of + Z * Z);
  // Rounding must not put the share outside its own interval.
  return {
    share,
    low: count === 0 ? 0 : Math.min(low, share),
    high: count === of ? 1 : Math.max(high, share),
  };
}
