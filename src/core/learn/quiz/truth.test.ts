import { expect, it } from 'vitest';
import type { Checked } from './question.ts';
import { pointsOf, rightAnswer } from './score.ts';
import { outcomeOf, paddingOf, settle } from './truth.ts';

const said = { prompt: '', explanation: '', read: 'live' as const };
const instead = { ...said, kind: 'one' as const, choices: [] };
const label: Checked = {
  ...said,
  probe: { ask: 'label', text: 'x' },
  instead,
  kind: 'one',
  choices: ['negative', 'positive'].map((value) => ({ value, text: value, mistake: 'no' })),
};
const ratio: Checked = {
  ...said,
  probe: { ask: 'ratio' },
  instead,
  kind: 'number',
  unit: '',
  within: 0.1,
  slips: [{ value: 2, mistake: 'no' }],
};

it('makes the choice that stands for the truth the right one', () => {
  const known = settle(label, { value: 'positive', evidence: [] })!;
  expect(rightAnswer(known)).toEqual([1]);
  expect(pointsOf(known, [0])).toBe(0);
});

it('settles nothing by a truth that no choice stands for', () => {
  expect(settle(label, { value: 'urgent', evidence: [] })).toBeUndefined();
  expect(settle(ratio, { value: 'fast', evidence: [] })).toBeUndefined();
});

it('takes a measured number within a share of it, and drops a slip that is right after all', () => {
  const known = settle(ratio, { value: 2.1, evidence: [] })!;
  expect([1.9, 2.3, 1.88].map((given) => pointsOf(known, [given]))).toEqual([1, 1, 0]);
  expect(known).toMatchObject({ slips: [] });
});

it('names what a call came to', () => {
  expect([[], [1], {}, new TypeError('no')].map(outcomeOf)).toEqual([
    'list 0',
    'list 1',
    'prediction',
    'TypeError',
  ]);
});

it('counts the cells that hold no token', () => {
  expect(paddingOf([4, 6, 14])).toBe(18);
  expect(paddingOf([5])).toBe(0);
});
