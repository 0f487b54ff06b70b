import type { Head } from '../../head.ts';
import type { Weights } from './objective.ts';

/** Mean and scale of each feature, [dimensions]. */
export interface Scaling {
  means: Float64Array;
  scales: Float64Array;
}

/**
 * Mean and standard deviation of each feature over the training rows: without it, one long axis would hold back all others.
 *
 * @param features row-major [all rows, dimensions]
 * @param rows which of them to look at, at least one
 */
export function measureScaling(
  features: Float32Array,
  dimensions: number,
  rows: readonly number[],
): Scaling {
  const means = new Float64Array(dimensions);
  const scales = new Float64Array(dimensions);
  for (const row of rows)
    for (let d = 0; d < dimensions; d++) means[d]! += features[row * dimensions + d]! / rows.length;
  for (const row of rows)
    for (let d = 0; d < dimensions; d++)
      scales[d]! += (features[row * dimensions + d]! - means[d]!) ** 2 / rows.length;
  for (let d = 0; d < dimensions; d++) scales[d] = Math.sqrt(scales[d]!) || 1; // a feature that never changes
  return { means, scales };
}

/** @returns row-major [rows, dimensions]: (x - mean) / scale */
export function scaleRows(
  features: Float32Array,
  { means, scales }: Scaling,
  rows: readonly number[],
): Float32Array<ArrayBuffer> {
  const dimensions = means.length;
  const scaled = new Float32Array(rows.length * dimensions);
  rows.forEach((row, i) => {
    for (let d = 0; d < dimensions; d++)
      scaled[i * dimensions + d] = (features[row * dimensions + d]! - means[d]!) / scales[d]!;
  });
  return scaled;
}

/** Puts the scaling into the weights, so that the head takes embeddings as they come: w'x + b' = w(x - mean) / scale + b. */
export function toHead(
  weights: Weights,
  { means, scales }: Scaling,
  labels: readonly string[],
): Head {
  const dimensions = means.length;
  const head: Head = {
    labels,
    weights: new Float32Array(labels.length * dimensions),
    bias: new Float32Array(labels.length),
  };
  labels.forEach((_, k) => {
    let bias = weights[k * (dimensions + 1) + dimensions]!;
    for (let d = 0; d < dimensions; d++) {
      const weight = weights[k * (dimensions + 1) + d]! / scales[d]!;
      head.weights[k * dimensions + d] = weight;
      bias -= weight * means[d]!;
    }
    head.bias[k] = bias;
  });
  return head;
}
