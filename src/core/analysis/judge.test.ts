import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { judge } from './judge.ts';

it('gives what scikit-learn documents for y_true 0 1 2 0 1 2, y_pred 0 2 1 0 0 1', () => {
  const { accuracy, macroF1, classes } = judge([
    [2, 0, 0],
    [1, 0, 1],
    [0, 2, 0],
  ]);
  expect(accuracy.share).toBeCloseTo(1 / 3);
  expect(macroF1).toBeCloseTo(0.8 / 3); // f1_score(y_true, y_pred, average='macro') = 0.267
  expect(classes[0]).toEqual({ given: 2, precision: 2 / 3, recall: 1, f1: 0.8 });
});

it('leaves a class out of the mean that is neither given nor predicted', () => {
  const { macroF1 } = judge([
    [3, 0, 1],
    [0, 0, 0],
    [1, 0, 5],
  ]);
  expect(macroF1).toBeCloseTo((6 / 8 + 10 / 12) / 2);
});

it('counts a class as 0 that is predicted but never given', () => {
  const { macroF1, classes } = judge([
    [3, 1, 0],
    [0, 0, 0],
    [0, 0, 4],
  ]);
  expect(classes[1]).toEqual({ given: 0, precision: 0, recall: 0, f1: 0 });
  expect(macroF1).toBeCloseTo((6 / 7 + 0 + 1) / 3);
});

it('has no macro-F1 without reviews', () => {
  expect(
    judge([
      [0, 0],
      [0, 0],
    ]),
  ).toMatchObject({ reviews: 0, macroF1: NaN });
});

it('agrees with counting pair by pair', () => {
  const label = fc.integer({ min: 0, max: 2 });
  fc.assert(
    fc.property(fc.array(fc.tuple(label, label), { minLength: 1 }), (pairs) => {
      const confusion = [0, 1, 2].map((g) =>
        [0, 1, 2].map(
          (p) => pairs.filter(([given, predicted]) => given === g && predicted === p).length,
        ),
      );
      const { reviews, accuracy, macroF1 } = judge(confusion);
      const f1s = [0, 1, 2]
        .filter((c) => pairs.some((pair) => pair.includes(c)))
        .map((c) => {
          const hits = pairs.filter(([g, p]) => g === c && p === c).length;
          const precision = hits / pairs.filter(([, p]) => p === c).length || 0;
          const recall = hits / pairs.filter(([g]) => g === c).length || 0;
          return (2 * precision * recall) / (precision + recall) || 0;
        });
      expect(reviews).toBe(pairs.length);
      expect(accuracy.share).toBeCloseTo(pairs.filter(([g, p]) => g === p).length / pairs.length);
      expect(macroF1).toBeCloseTo(f1s.reduce((a, b) => a + b) / f1s.length);
    }),
  );
});
