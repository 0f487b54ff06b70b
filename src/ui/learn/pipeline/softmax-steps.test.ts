import { expect, it } from 'vitest';
import { softmax } from '../../../core/sentiment.ts';
import { softmaxSteps } from './softmax-steps.ts';

it('ends where softmax ends', () => {
  const logits = [-1.0933, -0.8455, 2.0898];
  const { lines, sum } = softmaxSteps(logits);
  expect(lines.map(({ share }) => share)).toEqual(softmax(logits));
  expect(sum).toBeCloseTo(
    lines.reduce((total, { power }) => total + power, 0),
    12,
  );
  expect(lines[2]).toMatchObject({ less: 0, power: 1 });
});
