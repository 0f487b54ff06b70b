import { expect, it } from 'vitest';
import type { Prediction } from '../../predict.ts';
import { shapeOf, typeOf } from './describe-answer.ts';

const prediction: Prediction = {
  label: 'positive',
  confidence: 0.9,
  probabilities: { negative: 0.05, neutral: 0.05, positive: 0.9 },
  uncertain: false,
  logits: [-1, -1, 2],
  tokens: 4,
  windows: 1,
};
const fields = 'label, confidence, probabilities {3}, uncertain, logits [3], tokens, windows';

it('tells one prediction from a list of one', () => {
  expect(typeOf(prediction)).toBe('Prediction');
  expect(typeOf([prediction])).toBe('Array(1) of Prediction');
  expect(typeOf([])).toBe('Array(0)');
  expect(shapeOf(prediction)).toBe(fields);
  expect(shapeOf([prediction, prediction])).toBe(`[2], each {${fields}}`);
  expect(shapeOf([])).toBe('[0]');
});
