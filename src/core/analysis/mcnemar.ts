/**
 * McNemar's exact test (two-sided): could two models be equally good, if one alone was right on `onlyA` reviews and the other
 * alone on `onlyB`? Under that hypothesis either is as likely for each of them, so p is twice the tail of Binomial(n, 1/2).
 *
 * The largest term of the tail is taken in logarithms, since 2^-n leaves the range of a number at n = 1,075; the others follow
 * from it by their quotients.
 *
 * @returns 0 to 1; 1 where the models never differ
 */
export function mcnemar(onlyA: number, onlyB: number): number {
  const n = onlyA + onlyB;
  const k = Math.min(onlyA, onlyB);
  if (2 * k === n) return 1; // both tails would count the middle term
  let logTerm = -n * Math.LN2;
  for (let i = 1; i <= k; i++) logTerm += Math.log((n - k + i) / i);
  let sum = 1;
  let term = 1;
  for (let i = k; i > 0 && term > 1e-17; i--) {
    term *= i / (n - i + 1);
    sum += term;
  }
  return Math.min(1, 2 * Math.exp(logTerm) * sum);
}
