import { describe, expect, it } from 'vitest';
import { judgeBundled } from './judge-bundled.ts';

/** Rows: negative, neutral, positive. */
const PROBABILITIES = Float32Array.from([
  ...[0.7, 0.2, 0.1],
  ...[0.2, 0.5, 0.3],
  ...[0.1, 0.2, 0.7],
]);

it('counts what both got right, and what one alone did', () => {
  const labels = ['positive', 'Negative', 'neutral'];
  const targets = [1, 2, 1];
  expect(judgeBundled(labels, [0, 1, 2], targets, [1, 0, 1], PROBABILITIES)).toEqual({
    right: 2,
    onlyTrained: 1,
    onlyBundled: 1,
  });
});

it('is asked for the labels there are alone', () => {
  // Row 1 is neutral to the bundled model, but more positive than negative.
  expect(judgeBundled(['pos', 'neg'], [1], [1, 0], [0], PROBABILITIES)).toMatchObject({ right: 1 });
});

describe('is not asked', () => {
  it.each([
    [['late', 'fine']],
    [['negative', 'positive', 'mixed']],
    [['neg', 'negative']],
    [['constructor', 'positive']],
  ])('for the labels %j', (labels) =>
    expect(judgeBundled(labels, [0], [0], [0], PROBABILITIES)).toBeUndefined(),
  );
});
