import { expect, it } from 'vitest';
import { createRandom } from '../core/bench/random.ts';
import { gradient, predict, train, type Example, type Weights } from './softmax-regression.ts';

const shape = { features: 4, classes: 3 };
const L2 = 0.01;
const example: Example = { row: { indices: [0, 2], values: [0.6, 0.8] }, label: 1 };

/** -ln P(label) + l2 / 2 * |weights of its features|^2, as the doc says. */
function loss(weights: Weights): number {
  const { row, label } = example;
  const squares = row.indices
    .flatMap((feature) => [0, 1, 2].map((k) => weights[feature * 3 + k]! ** 2))
    .reduce((sum, square) => sum + square, 0);
  return -Math.log(predict(weights, shape, row)[label]!) + (L2 / 2) * squares;
}

it('has the gradient that finite differences find', () => {
  const random = createRandom(5);
  const weights: Weights = Float64Array.from({ length: 15 }, () => random() - 0.5);
  const found = new Float64Array(15);
  gradient(weights, shape, example, L2, (index, derivative) => (found[index]! += derivative));
  const step = 1e-6;
  weights.forEach((weight, i) => {
    const at = (value: number) => loss(weights.with(i, value));
    expect(found[i]).toBeCloseTo((at(weight + step) - at(weight - step)) / (2 * step), 6);
  });
});

it('tells apart what can be told apart', () => {
  const examples: Example[] = [0, 1, 2].map((label) => ({
    row: { indices: [label], values: [1] },
    label,
  }));
  const training = { epochs: 200, rate: 0.5, l2: 0 };
  const weights = train(examples, shape, training, createRandom(1));
  for (const { row, label } of examples)
    expect(predict(weights, shape, row)[label]).toBeGreaterThan(0.9);
});
