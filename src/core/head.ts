/** A softmax classifier on a frozen encoder's embeddings. */
export interface Head {
  /** 2 to 50, in the order of its logits. */
  labels: readonly string[];
  /** Row-major [labels, dimensions]. */
  weights: Float32Array<ArrayBuffer>;
  /** [labels] */
  bias: Float32Array<ArrayBuffer>;
}

/**
 * Weights times embedding plus bias.
 *
 * @param embedding [dimensions]
 * @returns logits, [labels]
 */
export function headLogits({ weights, bias }: Head, embedding: ArrayLike<number>): Float32Array {
  const dimensions = embedding.length;
  return bias.map((offset, label) => {
    let sum = offset;
    for (let i = 0; i < dimensions; i++) sum += weights[label * dimensions + i]! * embedding[i]!;
    return sum;
  });
}
