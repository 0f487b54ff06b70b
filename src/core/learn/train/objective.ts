/** Examples as numbers. */
export interface Table {
  /** Row-major [rows, dimensions]. */
  features: Float32Array | Float64Array;
  dimensions: number;
  /** [rows], 0 to classes - 1. */
  targets: Uint8Array;
  classes: number;
}

/** Row-major [classes, dimensions + 1]; the last of each row is the bias. */
export type Weights = Float64Array<ArrayBuffer>;

export interface Penalty {
  /** Weight of half the sum of squared weights, biases left out; 0 or more. */
  l2: number;
  /** Weight of each class's examples, [classes]. */
  classWeights: readonly number[];
}

export interface Judged {
  /** Weighted mean of -ln P(label), the penalty left out. */
  loss: number;
  /** Share of rows whose most probable class is the label. */
  accuracy: number;
}

/**
 * Multinomial logistic loss with an L2 penalty: J = sum_i c(y_i) * -ln P(y_i | x_i) / sum_i c(y_i) + l2 / 2 * |W|^2
 * (Bishop 2006, Pattern Recognition and Machine Learning, 4.3.4; the penalty as in 4.3.2's regularised form).
 *
 * @param gradient if given, filled with dJ/dW, same shape as `weights`
 * @returns the loss without the penalty, and the accuracy
 */
export function judgeWeights(
  weights: Weights,
  { features, dimensions, targets, classes }: Table,
  { l2, classWeights }: Penalty,
  gradient?: Weights,
): Judged {
  const width = dimensions + 1;
  const p = new Float64Array(classes);
  let loss = 0;
  let right = 0;
  let total = 0;
  gradient?.fill(0);
  for (let row = 0; row < targets.length; row++) {
    const from = row * dimensions;
    const top = probabilities(weights, features, from, dimensions, p);
    const target = targets[row]!;
    const weight = classWeights[target]!;
    if (top === target) right += 1;
    total += weight;
    loss -= weight * Math.log(Math.max(p[target]!, Number.MIN_VALUE));
    if (!gradient) continue;
    for (let k = 0; k < classes; k++) {
      const error = weight * (p[k]! - Number(k === target));
      const at = k * width;
      for (let d = 0; d < dimensions; d++) gradient[at + d]! += error * features[from + d]!;
      gradient[at + dimensions]! += error;
    }
  }
  if (gradient)
    for (let i = 0; i < gradient.length; i++) {
      const isBias = i % width === dimensions;
      gradient[i] = gradient[i]! / total + (isBias ? 0 : l2 * weights[i]!);
    }
  return { loss: loss / total, accuracy: right / targets.length };
}

/**
 * Softmax of one row, shifted by its maximum.
 *
 * @param from index of the row's first feature
 * @param into [classes], filled
 * @returns the most probable class, the first of equal ones
 */
function probabilities(
  weights: Weights,
  features: Float32Array | Float64Array,
  from: number,
  dimensions: number,
  into: Float64Array,
): number {
  let top = 0;
  for (let k = 0; k < into.length; k++) {
    const at = k * (dimensions + 1);
    let logit = weights[at + dimensions]!;
    for (let d = 0; d < dimensions; d++) logit += weights[at + d]! * features[from + d]!;
    into[k] = logit;
    if (logit > into[top]!) top = k;
  }
  const highest = into[top]!;
  let sum = 0;
  for (let k = 0; k < into.length; k++) sum += into[k] = Math.exp(into[k]! - highest);
  for (let k = 0; k < into.length; k++) into[k]! /= sum;
  return top;
}

/** @returns the most probable class of each row */
export function predictRows(weights: Weights, { features, dimensions, targets, classes }: Table) {
  const p = new Float64Array(classes);
  return Uint8Array.from(targets, (_, row) =>
    probabilities(weights, features, row * dimensions, dimensions, p),
  );
}

/**
 * The usual weights for unequal classes: rows / (classes * rows of the class), so that each class weighs the same (King and
 * Zeng 2001, "Logistic Regression in Rare Events Data"; scikit-learn's "balanced").
 *
 * @returns [classes]; 1 for a class without rows
 */
export function balancedWeights(targets: Uint8Array, classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  targets.forEach((target) => (counts[target]! += 1));
  return counts.map((count) => (count === 0 ? 1 : targets.length / (classes * count)));
}
