import { expect, it } from 'vitest';
import type { CurvePoint } from '../../../core/learn/train/solver.ts';
import { bestOf, curvesLabel, thinned } from './curves-chart.ts';

const pointsOf = (losses: readonly number[]): CurvePoint[] =>
  losses.map((loss, step) => ({
    step,
    train: { loss: loss / 2, accuracy: 0.5 },
    validation: { loss, accuracy: 0.25 },
  }));

it('marks the step with the lowest validation loss, never the start', () => {
  expect(bestOf(pointsOf([1, 0.8, 0.6, 0.7]))?.step).toBe(2);
  expect(bestOf(pointsOf([1, 1.5, 2]))?.step).toBe(1);
  expect(bestOf(pointsOf([1]))).toBeUndefined();
});

it('draws a bounded number of points, the last one always', () => {
  const points = pointsOf(Array.from({ length: 501 }, (_, i) => 1 / (i + 1)));
  expect(thinned(points).length).toBeLessThanOrEqual(120);
  expect(thinned(points).at(-1)?.step).toBe(500);
  expect(thinned(points.slice(0, 3))).toHaveLength(3);
});

it('says in a sentence what it shows', () => {
  expect(curvesLabel(pointsOf([1, 0.5]), 'loss')).toBe(
    'Loss by step, 0 to 1: training 0.500 to 0.250, validation 1.000 to 0.500; best step 1.',
  );
});
