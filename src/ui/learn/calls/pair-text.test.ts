import { expect, it } from 'vitest';
import type { Prediction } from '../../../core/predict.ts';
import { agreement, EXPRESSIONS } from './pair-text.ts';

const one: Prediction = {
  label: 'positive',
  confidence: 0.9,
  probabilities: { negative: 0.1, positive: 0.9 },
  uncertain: false,
  logits: [0, 1],
  tokens: 4,
  windows: 1,
};

it('shows what each way of reading gives for a list and for one', () => {
  expect(EXPRESSIONS.map(({ read }) => [read([one]), read(one)])).toEqual([
    ['undefined', '"positive"'],
    ['"positive"', 'TypeError'],
    ['1', 'undefined'],
    ['true', 'false'],
  ]);
});

it('says whether both predict the same', () => {
  expect(agreement([one], one)).toMatch(/to the last digit/);
  const other = { ...one, probabilities: { negative: 0.12, positive: 0.88 } };
  expect(agreement([other], one)).toMatch(/the same label; the largest difference .* is 0\.020/);
});
