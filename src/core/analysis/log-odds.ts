/** Weight of the prior in words: about what twenty reviews say. More of it draws rare words closer to 0. */
const PRIOR_WORDS = 500;

/**
 * How much a term is one side's rather than the other's: the log-odds ratio with an informative Dirichlet prior, divided by its
 * standard error (Monroe, Colaresi & Quinn 2008, "Fightin' Words", equations 16, 20 and 22). The prior is how often the term
 * is used in all reviews, so that "the" needs no list of stop words and a word used twice is not over-read.
 *
 * @param a    uses on one side, out of `ofA` uses of any term
 * @param b    the same for the other side
 * @param all  uses in all reviews, both sides and the rest, out of `ofAll`; at least 1
 * @returns a z-score: positive speaks for side a; beyond 1.96 either way is a 95 % difference
 */
export function logOdds(
  a: number,
  ofA: number,
  b: number,
  ofB: number,
  all: number,
  ofAll: number,
): number {
  const prior = (PRIOR_WORDS * all) / ofAll;
  const odds = (uses: number, of: number) =>
    Math.log((uses + prior) / (of + PRIOR_WORDS - uses - prior));
  const variance = 1 / (a + prior) + 1 / (b + prior);
  return (odds(a, ofA) - odds(b, ofB)) / Math.sqrt(variance);
}
