import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../bench/random.ts';
import { headLogits } from '../../head.ts';
import { softmax } from '../../sentiment.ts';
import { balancedWeights, judgeWeights, predictRows, type Table } from './objective.ts';
import { measureScaling, scaleRows, toHead } from './scaling.ts';
import { createSolver } from './solver.ts';

/** Rows around one centre for each class, with noise, so that classes overlap. */
function made(rows: number, dimensions: number, classes: number, seed = 1, noise = 1.5): Table {
  const random = createRandom(seed);
  const targets = Uint8Array.from(
    { length: rows },
    (_, i) => Math.floor(Math.sqrt(3 * i)) % classes,
  );
  const centres = Array.from({ length: classes * dimensions }, () => random() * 2 - 1);
  const features = Float64Array.from({ length: rows * dimensions }, (_, i) => {
    const target = targets[Math.floor(i / dimensions)]!;
    return centres[target * dimensions + (i % dimensions)]! + noise * (random() * 2 - 1);
  });
  return { features, dimensions, targets, classes };
}

const penaltyOf = (table: Table, l2: number) => ({
  l2,
  classWeights: balancedWeights(table.targets, table.classes),
});

/** J itself, as the docstring of judgeWeights writes it. */
function objective(weights: Float64Array<ArrayBuffer>, table: Table, l2: number) {
  const width = table.dimensions + 1;
  const squares = weights.reduce(
    (sum, w, i) => sum + (i % width < table.dimensions ? w * w : 0),
    0,
  );
  return judgeWeights(weights, table, penaltyOf(table, l2)).loss + (l2 / 2) * squares;
}

it('is the weighted mean of -ln P(label), worked out row by row', () => {
  const table = made(23, 4, 3);
  const random = createRandom(5);
  const weights = new Float64Array(3 * 5).map(() => random() * 2 - 1);
  const { classWeights } = penaltyOf(table, 0);
  let [loss, total, right] = [0, 0, 0];
  for (let row = 0; row < 23; row++) {
    const x = [...table.features.subarray(row * 4, row * 4 + 4), 1];
    const logits = [0, 1, 2].map((k) => x.reduce((sum, f, d) => sum + f * weights[k * 5 + d]!, 0));
    const target = table.targets[row]!;
    loss -= classWeights[target]! * Math.log(softmax(logits)[target]!);
    total += classWeights[target]!;
    right += Number(logits.every((logit) => logit <= logits[target]!));
  }
  const judged = judgeWeights(weights, table, penaltyOf(table, 0));
  expect(judged.loss).toBeCloseTo(loss / total, 10);
  expect(judged.accuracy).toBe(right / 23);
});

it('has the gradient that finite differences find', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 2, max: 5 }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.nat(),
      (dimensions, classes, l2, seed) => {
        const table = made(17, dimensions, classes, seed);
        const random = createRandom(seed);
        const weights = new Float64Array(classes * (dimensions + 1)).map(() => random() * 2 - 1);
        const gradient = new Float64Array(weights.length);
        judgeWeights(weights, table, penaltyOf(table, l2), gradient);
        const h = 1e-5;
        weights.forEach((weight, i) => {
          const at = (value: number) => {
            const moved = weights.slice();
            moved[i] = value;
            return objective(moved, table, l2);
          };
          const slope = (at(weight + h) - at(weight - h)) / (2 * h);
          expect(gradient[i]).toBeCloseTo(slope, 6);
        });
      },
    ),
    { numRuns: 40 },
  );
});

describe('the optimum', () => {
  /** The solver without its early stop, which looks at the loss alone and not at the penalty. */
  function solved(table: Table, l2: number, steps: number) {
    const solver = createSolver(table, table, penaltyOf(table, l2));
    for (let i = 0; i < steps; i++) solver.step();
    return solver.newest();
  }

  it('is that of plain gradient descent with tiny steps', () => {
    const table = made(60, 3, 3);
    const l2 = 0.05;
    let slow = new Float64Array(3 * 4);
    const gradient = new Float64Array(slow.length);
    for (let i = 0; i < 60_000; i++) {
      judgeWeights(slow, table, penaltyOf(table, l2), gradient);
      slow = slow.map((weight, k) => weight - 0.1 * gradient[k]!);
    }
    const fast = solved(table, l2, 800);
    expect(objective(fast, table, l2)).toBeCloseTo(objective(slow, table, l2), 8);
    fast.forEach((weight, i) => expect(weight).toBeCloseTo(slow[i]!, 3));
  });

  it('without features is the closed form: the logarithm of each class’s weighted share', () => {
    const targets = Uint8Array.from([0, 0, 0, 0, 0, 0, 1, 1, 1, 2]);
    const table = { features: new Float64Array(10), dimensions: 1, targets, classes: 3 };
    const plain = { l2: 0, classWeights: [1, 1, 1] };
    const solver = createSolver(table, table, plain);
    for (let i = 0; i < 500; i++) solver.step();
    const weights = solver.newest();
    const shares = softmax([weights[1]!, weights[3]!, weights[5]!]);
    [0.6, 0.3, 0.1].forEach((share, k) => expect(shares[k]).toBeCloseTo(share, 4));
  });

  it('with a huge penalty has no weights, only biases', () => {
    const weights = solved(made(60, 3, 2), 1e6, 300);
    expect(Math.hypot(...weights.filter((_, i) => i % 4 < 3))).toBeLessThan(1e-4);
  });
});

it('stops early, with the weights of the best step, where validation gets worse', () => {
  const train = made(20, 30, 2, 1);
  const validation = made(200, 30, 2, 1, 4);
  const solver = createSolver(train, validation, penaltyOf(train, 0));
  let steps = 0;
  for (; steps < 2000 && !solver.isDone(); steps++) solver.step();
  const { point, weights } = solver.best();
  expect(steps).toBeLessThan(2000);
  expect(point.step).toBeLessThan(steps);
  const judged = judgeWeights(weights, validation, penaltyOf(train, 0));
  expect(judged.loss).toBe(point.validation.loss);
});

it('never answers with the start, which knows no label from another', () => {
  const train = made(12, 5, 2, 1);
  const contrary = { ...train, targets: train.targets.map((target) => 1 - target) };
  const solver = createSolver(train, contrary, penaltyOf(train, 0.1));
  const { validation } = solver.step();
  solver.step();
  expect(solver.best().point).toMatchObject({ step: 1, validation });
  expect(solver.best().weights.some((weight) => weight !== 0)).toBe(true);
});

it('gives a rare class its say when balanced', () => {
  expect(balancedWeights(Uint8Array.from([0, 0, 0, 1]), 2)).toEqual([4 / 6, 2]);
  expect(balancedWeights(Uint8Array.from([0]), 2)).toEqual([0.5, 1]);
});

it('folds the scaling into the head: raw embeddings get the answers that scaled ones got', () => {
  const { features, targets } = made(40, 6, 3);
  const raw = Float32Array.from(features, (x, i) => x * (1 + (i % 6)) + 3);
  const rows = [...targets.keys()];
  const scaling = measureScaling(raw, 6, rows);
  const table = { features: scaleRows(raw, scaling, rows), dimensions: 6, targets, classes: 3 };
  const solver = createSolver(table, table, penaltyOf(table, 0.01));
  for (let i = 0; i < 100; i++) solver.step();
  const { weights } = solver.best();
  const head = toHead(weights, scaling, ['a', 'b', 'c']);
  const labels = rows.map((row) => {
    const logits = headLogits(head, raw.subarray(row * 6, row * 6 + 6));
    return logits.indexOf(Math.max(...logits));
  });
  expect(labels).toEqual([...predictRows(weights, table)]);
});

it('takes a feature that never changes', () => {
  const { scales } = measureScaling(Float32Array.from([5, 1, 5, 2]), 2, [0, 1]);
  expect(scales[0]).toBe(1);
});
