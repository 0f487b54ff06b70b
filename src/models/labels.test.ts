import { describe, expect, it } from 'vitest';
import { guessClasses } from './labels.ts';

describe('guessClasses', () => {
  it.each([
    [
      ['NEGATIVE', 'POSITIVE'],
      ['negative', 'positive'],
    ],
    [
      ['negative', 'neutral', 'positive'],
      ['negative', 'neutral', 'positive'],
    ],
    [
      ['NEG', 'NEU', 'POS'],
      ['negative', 'neutral', 'positive'],
    ],
    [
      ['1 star', '2 stars', '3 stars', '4 stars', '5 stars'],
      ['negative', 'negative', 'neutral', 'positive', 'positive'],
    ],
    [
      ['Very Negative', 'Negative', 'Neutral', 'Positive', 'Very Positive'],
      ['negative', 'negative', 'neutral', 'positive', 'positive'],
    ],
  ])('reads %s', (names, classes) => {
    expect(guessClasses(Object.fromEntries(names.entries()))).toEqual(classes);
  });

  it('leaves open what a name does not say', () => {
    expect(guessClasses({ 0: 'LABEL_0', 1: 'joy', 2: 'not positive' })).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('orders by number, not by text', () => {
    const names = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [String(i), 'x']));
    expect(guessClasses({ ...names, 2: 'negative', 10: 'positive' })).toEqual([
      ...[undefined, undefined, 'negative'],
      ...Array<undefined>(7).fill(undefined),
      'positive',
    ]);
  });
});
