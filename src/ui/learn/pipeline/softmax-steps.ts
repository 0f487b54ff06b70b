interface Line {
  logit: number;
  /** The logit less the highest one: 0 or below. */
  less: number;
  /** e to the power of it: 1 or below. */
  power: number;
  /** The probability. */
  share: number;
}

/** Softmax of a row of logits with everything in between; the last step is core/sentiment's softmax. */
export function softmaxSteps(logits: ArrayLike<number>): { lines: Line[]; sum: number } {
  const row = Array.from(logits);
  const highest = Math.max(...row);
  const powers = row.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return {
    sum,
    lines: row.map((logit, k) => ({
      logit,
      less: logit - highest,
      power: powers[k]!,
      share: powers[k]! / sum,
    })),
  };
}
