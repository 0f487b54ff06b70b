import { expect, it } from 'vitest';
import { splitRows } from '../core/learn/train/split.ts';
import type { TrainOrder } from '../core/learn/train/trainer.ts';
import { learningCurve } from './learning-curve.ts';
import { createSession } from './session.ts';

const targets = Array.from({ length: 60 }, (_, i) => Number(i % 3 === 0));
const ORDER: TrainOrder = {
  // The first number tells the label, the second is the same for all.
  embeddings: Float32Array.from(targets.flatMap((target, i) => [target + (i % 5) / 10, 7])),
  dimensions: 2,
  targets,
  labels: ['often', 'rare'],
  split: splitRows(targets, 1),
  settings: { seed: 1, l2: 0.001, balanced: true },
};

it('learns what there is to learn, and counts it on the test part alone', () => {
  const session = createSession(ORDER);
  for (let i = 0; i < 60; i++) session.step();
  const { confusion, majority, predicted, head } = session.finish();
  expect(confusion).toEqual([
    [6, 0],
    [0, 3],
  ]);
  expect(majority).toEqual({ label: 0, right: 6 });
  expect(predicted).toHaveLength(9);
  expect([...head.weights].every(Number.isFinite)).toBe(true);
});

it('sees nothing of the other parts: other numbers there change no weight', () => {
  const weightsOf = (order: TrainOrder) => {
    const session = createSession(order);
    session.step();
    return session.finish().head.weights;
  };
  const embeddings = ORDER.embeddings.slice();
  for (const row of [...ORDER.split.test, ...ORDER.split.validation]) embeddings[row * 2] = 99;
  expect(weightsOf({ ...ORDER, embeddings })).toEqual(weightsOf(ORDER));
});

it.each<[string, Partial<TrainOrder>]>([
  ['numbers for another number of texts', { dimensions: 3 }],
  ['a negative penalty', { settings: { ...ORDER.settings, l2: -1 } }],
  ['a seed that is no whole number', { settings: { ...ORDER.settings, seed: 0.5 } }],
])('refuses %s', async (_, change) => {
  const order = { ...ORDER, ...change };
  expect(() => createSession(order)).toThrow(/bad-input/);
  await expect(learningCurve(order, () => {}, new AbortController().signal)).rejects.toThrow(
    /bad-input/,
  );
});
