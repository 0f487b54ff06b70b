import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANK } from './bank.ts';
import { isChecked, type Match, type Numeric, type One, type Several } from './question.ts';
import { answers, mistakesIn, pointsOf } from './score.ts';

const said = { prompt: '', explanation: '', read: 'live' as const };
const choices = [
  { text: 'a' },
  { text: 'b', mistake: 'not b' },
  { text: 'c' },
  { text: 'd', mistake: 'not d' },
];
const several: Several = { ...said, kind: 'several', choices };
const one: One = { ...said, kind: 'one', choices: choices.slice(0, 2) };
const numeric: Numeric = {
  ...said,
  kind: 'number',
  answer: 0.3,
  tolerance: 0.1,
  unit: '',
  slips: [{ value: 208.3, mistake: 'minutes' }],
};
const match: Match = {
  ...said,
  kind: 'match',
  options: ['x', 'y'],
  pairs: [
    { item: '1', option: 'x', mistake: '1 is x' },
    { item: '2', option: 'y', mistake: '2 is y' },
    { item: '3', option: 'x', mistake: '3 is x' },
    { item: '4', option: 'x', mistake: '4 is x' },
  ],
};

describe('points', () => {
  it('are all or nothing for one choice', () => {
    expect([[0], [1], []].map((given) => pointsOf(one, given))).toEqual([1, 0, 0]);
  });

  it('are right ticks less wrong ones over the right ones, never under 0', () => {
    const given = [[0, 2], [0], [0, 1], [0, 1, 2], [0, 1, 2, 3], [1, 3], []];
    expect(given.map((each) => pointsOf(several, each))).toEqual([1, 0.5, 0, 0.5, 0, 0, 0]);
  });

  it('are given within the tolerance of a number, its ends included', () => {
    expect([0.2, 0.4, 0.41, 0.19].map((given) => pointsOf(numeric, [given]))).toEqual([1, 1, 0, 0]);
  });

  it('are the share of right pairs', () => {
    expect(pointsOf(match, [0, 1, 1, -1])).toBe(0.5);
  });

  it('are never outside 0 to 1, for any answer to any question of the bank', () => {
    const given = fc.array(fc.oneof(fc.integer({ min: -1, max: 7 }), fc.double()), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.constantFrom(...BANK), given, (question, each) => {
        const known = isChecked(question) ? question.instead : question;
        if (!answers(known, each)) return;
        expect(pointsOf(known, each)).toBeGreaterThanOrEqual(0);
        expect(pointsOf(known, each)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('tells what can be no answer to a question', () => {
  expect(answers(one, [2])).toBe(false);
  expect(answers(one, [0, 1])).toBe(false);
  expect(answers(several, [1, 1])).toBe(false);
  expect(answers(numeric, [NaN])).toBe(false);
  expect(answers(match, [0, 0])).toBe(false);
  expect(answers(match, [0, 0, 0, 2])).toBe(false);
  for (const question of [one, several, numeric, match]) expect(answers(question, [])).toBe(true);
});

it('says what was mixed up, also by a number with fewer digits', () => {
  expect(mistakesIn(several, [3, 0])).toEqual(['not d']);
  expect(mistakesIn(numeric, [208])).toEqual(['minutes']);
  expect(mistakesIn(numeric, [5])).toEqual([]);
  expect(mistakesIn(match, [0, 0, 0, -1])).toEqual(['2 is y', '4 is x']);
});
