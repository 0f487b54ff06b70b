import { describe, expect, it } from 'vitest';
import { guessLabels, readLabels } from './label-values.ts';
import { LABELS } from './sentiment.ts';

const short = (values: string[]) =>
  values.map((v) => guessLabels(values)[v.trim().toLowerCase()]?.slice(0, 3) ?? '-').join(' ');

describe('guessLabels', () => {
  it.each([
    [['Positive', 'Negative', 'Neutral'], 'pos neg neu'],
    [['pos', 'neg', 'N/A'], 'pos neg -'],
    [['Very Negative', 'very positive', 'Mixed'], 'neg pos neu'],
    [['LABEL_0', 'LABEL_1', 'LABEL_2'], 'neg neu pos'],
    [['p', 'n', 'u'], 'pos neg neu'],
    [['-1', '0', '1'], 'neg neu pos'],
    [['0', '1'], 'neg pos'],
    [['0', '1', '2'], 'neg neu pos'],
    [['1', '2'], 'neg pos'],
    [['0', '4'], 'neg pos'],
    [['0', '2', '4'], 'neg neu pos'],
    [['1', '2', '3'], 'neg neu pos'],
    [['1', '2', '3', '4', '5'], 'neg neg neu pos pos'],
    [['1.0', '2.5', '3.0', '3.5', '5.0'], 'neg neg neu pos pos'],
    [['1 star', '3 stars', '5 stars'], 'neg neu pos'],
    [['★★★★☆', '★☆☆☆☆', '★★★'], 'pos neg neu'],
    [['4/5', '1/5', '3 out of 5'], 'pos neg neu'],
    [['true', 'FALSE'], 'pos neg'],
    [['yes', 'no'], 'pos neg'],
    [['👍', '👎'], 'pos neg'],
    [['0', '3', '5', '8', '10'], 'neg neg neu pos pos'],
    [['10%', '50%', '95%'], 'neg neu pos'],
    [['20', '50', '85'], 'neg neu pos'],
    [['-2.5', '0', '1.5'], 'neg neu pos'],
    [['red', 'blue'], '- -'],
    [['1999', '2004'], '- -'],
    [['__proto__', 'constructor'], '- -'],
  ])('%j', (values, expected) => {
    expect(short(values)).toBe(expected);
  });

  it('leaves blank values out', () => {
    expect(Object.keys(guessLabels(['', ' ', 'Pos ']))).toEqual(['pos']);
  });
});

it('takes values for a model’s own labels by their names alone, case and blanks aside', () => {
  expect(readLabels([' Late ', 'REFUND', 'good', ''], ['late', 'Refund', '__proto__'])).toEqual({
    late: 'late',
    refund: 'Refund',
    good: null,
    ['__proto__']: '__proto__',
  });
  expect(readLabels(['good', '0'], LABELS)).toEqual(guessLabels(['good', '0']));
});
