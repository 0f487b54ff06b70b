import { judgeWeights, type Judged, type Penalty, type Table, type Weights } from './objective.ts';

/** Where training stands after a step. */
export interface CurvePoint {
  step: number;
  train: Judged;
  validation: Judged;
}

export interface Solver {
  /** One pass over all training rows. */
  step: () => CurvePoint;
  /** The weights of the newest step. */
  newest: () => Weights;
  /** The weights of the step with the least validation loss so far, the start aside. */
  best: () => { weights: Weights; point: CurvePoint };
  /** Validation loss has not fallen for PATIENCE steps, or the gradient is nearly nothing: more steps only learn by heart. */
  isDone: () => boolean;
}

/** Steps without a lower validation loss after which training stops. */
export const PATIENCE = 25;
/** Length of the gradient, relative to its first, under which the optimum counts as reached. */
const CONVERGED = 1e-5;

/**
 * Accelerated gradient descent (Nesterov 1983, with the restart of O'Donoghue and Candès 2015) over the whole table, from zero.
 * The step is 1 / L, where L bounds the curvature of the loss: half the largest eigenvalue of the weighted second moments
 * (Böhning 1992, "Multinomial logistic regression algorithm"), plus l2. Nothing is random: equal input gives equal weights.
 */
export function createSolver(train: Table, validation: Table, penalty: Penalty): Solver {
  const size = train.classes * (train.dimensions + 1);
  const rate = 1 / (0.5 * largestMoment(train, penalty.classWeights) + penalty.l2);
  let weights: Weights = new Float64Array(size);
  let ahead: Weights = weights.slice();
  const gradient: Weights = new Float64Array(size);
  let momentum = 1;
  let step = 0;
  let firstLength = 0;
  let converged = false;
  const judge = (at: Weights): CurvePoint => ({
    step,
    train: judgeWeights(at, train, penalty),
    validation: judgeWeights(at, validation, penalty),
  });
  let best = { weights, point: judge(weights) };

  return {
    step() {
      judgeWeights(ahead, train, penalty, gradient);
      const next = ahead.map((weight, i) => weight - rate * gradient[i]!);
      const uphill = gradient.reduce((sum, g, i) => sum + g * (next[i]! - weights[i]!), 0) > 0;
      const nextMomentum = uphill ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
      const push = uphill ? 0 : (momentum - 1) / nextMomentum;
      ahead = next.map((weight, i) => weight + push * (weight - weights[i]!));
      momentum = nextMomentum;
      weights = next;
      step += 1;
      const length = norm(gradient);
      firstLength ||= length;
      converged = length <= CONVERGED * firstLength;
      const point = judge(weights);
      // The start, which finds all labels equally likely, is no model: the first step is better than none.
      if (step === 1 || point.validation.loss < best.point.validation.loss)
        best = { weights, point };
      return point;
    },
    newest: () => weights,
    best: () => best,
    isDone: () => converged || step - best.point.step >= PATIENCE,
  };
}

/** Length of a vector; its numbers are too many to be arguments. */
const norm = (vector: Float64Array) => Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));

/** Largest eigenvalue of sum_i c_i x_i x_i^T / sum_i c_i, the 1 of the bias included, by power iteration; 5 % on top for safety. */
function largestMoment(
  { features, dimensions, targets }: Table,
  classWeights: readonly number[],
): number {
  let direction = new Float64Array(dimensions + 1).fill(1 / Math.sqrt(dimensions + 1));
  let value = 0;
  const total = targets.reduce((sum, target) => sum + classWeights[target]!, 0);
  for (let round = 0; round < 30; round++) {
    const next = new Float64Array(dimensions + 1);
    for (let row = 0; row < targets.length; row++) {
      const from = row * dimensions;
      let dot = direction[dimensions]!;
      for (let d = 0; d < dimensions; d++) dot += features[from + d]! * direction[d]!;
      dot *= classWeights[targets[row]!]! / total;
      for (let d = 0; d < dimensions; d++) next[d]! += dot * features[from + d]!;
      next[dimensions]! += dot;
    }
    value = norm(next);
    direction = next.map((part) => part / value);
  }
  return value * 1.05;
}
