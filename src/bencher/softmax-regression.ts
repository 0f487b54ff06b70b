import { shuffled } from '../core/bench/random.ts';
import { softmax } from '../core/sentiment.ts';

/** A text as features: which ones it has, and how much of each. Same length, indices below the number of features. */
export interface Row {
  indices: readonly number[];
  values: readonly number[];
}

export interface Example {
  row: Row;
  /** 0 to classes - 1 */
  label: number;
}

/** Row-major [features + 1, classes]; the last row is the bias. */
export type Weights = Float64Array<ArrayBuffer>;

export interface Shape {
  features: number;
  classes: number;
}

export interface Training {
  epochs: number;
  /** Adagrad's step size. */
  rate: number;
  /** Weight decay on the features that a text has. */
  l2: number;
}

/** @returns class probabilities, summing to 1 */
export function predict(weights: Weights, { features, classes }: Shape, row: Row): number[] {
  const logits = Array.from({ length: classes }, (_, k) => weights[features * classes + k]!);
  row.indices.forEach((feature, i) => {
    for (let k = 0; k < classes; k++)
      logits[k]! += row.values[i]! * weights[feature * classes + k]!;
  });
  return softmax(logits);
}

/**
 * Gradient of one example's loss, -ln P(label) + l2 / 2 * |weights of its features|^2, with respect to the weights that it
 * touches.
 *
 * @param each called with the index of a weight and the derivative there
 */
export function gradient(
  weights: Weights,
  shape: Shape,
  { row, label }: Example,
  l2: number,
  each: (index: number, derivative: number) => void,
): void {
  const errors = predict(weights, shape, row).map((p, k) => p - Number(k === label));
  row.indices.forEach((feature, i) =>
    errors.forEach((error, k) => {
      const index = feature * shape.classes + k;
      each(index, error * row.values[i]! + l2 * weights[index]!);
    }),
  );
  errors.forEach((error, k) => each(shape.features * shape.classes + k, error));
}

/** Trains by Adagrad (Duchi et al. 2011), one example at a time, in an order drawn anew for each epoch. */
export function train(
  examples: readonly Example[],
  shape: Shape,
  { epochs, rate, l2 }: Training,
  random: () => number,
): Weights {
  const weights: Weights = new Float64Array((shape.features + 1) * shape.classes);
  const squares = new Float64Array(weights.length);
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const example of shuffled(examples, random))
      gradient(weights, shape, example, l2, (index, derivative) => {
        squares[index]! += derivative * derivative;
        weights[index]! -= (rate * derivative) / Math.sqrt(squares[index]! + 1e-8);
      });
  return weights;
}
