/**
 * Arrivals of a Poisson process: gaps are exponential, drawn by inverting their distribution, -ln(1 - u) / rate.
 *
 * @param rate a second, above 0
 * @returns ms from 0, ascending
 */
export function arrivals(rate: number, count: number, random: () => number): number[] {
  let at = 0;
  return Array.from({ length: count }, () => (at += (-Math.log(1 - random()) / rate) * 1000));
}
