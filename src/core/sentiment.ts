/** The three classes, in the order of every probability triple in this program. */
export const LABELS = ['negative', 'neutral', 'positive'] as const;
export type Label = (typeof LABELS)[number];

export type Probabilities = Record<Label, number>;

/** Whether a model's labels are ours, in whatever order: what is said of positive and negative ones then has a meaning. */
export const areSentiment = (labels: readonly string[]): boolean =>
  labels.length === LABELS.length && LABELS.every((label) => labels.includes(label));

/**
 * Softmax of one row of logits, shifted by the maximum so that no exponential overflows.
 *
 * @param logits any length of at least 1, finite
 * @returns probabilities in the same order; they sum to 1
 */
export function softmax(logits: ArrayLike<number>): number[] {
  const row = Array.from(logits);
  const highest = Math.max(...row);
  const powers = row.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/**
 * Folds a model's own classes into ours: the probability of a label is the sum over the classes mapped onto it.
 *
 * @param logits one row, one logit for each of the model's classes
 * @param classes which of our labels each of the model's classes counts as; same length as `logits`
 * @returns [P(negative), P(neutral), P(positive)], summing to 1
 */
export function foldClasses(logits: ArrayLike<number>, classes: readonly Label[]): number[] {
  const folded = [0, 0, 0];
  softmax(logits).forEach((p, i) => {
    folded[LABELS.indexOf(classes[i]!)]! += p;
  });
  return folded;
}

/** @returns the most probable label; the first one in the order of LABELS where two are equal */
export function topLabel([negative, neutral, positive]: ArrayLike<number> &
  Iterable<number>): Label {
  const row = [negative!, neutral!, positive!];
  return LABELS[row.indexOf(Math.max(...row))]!;
}
