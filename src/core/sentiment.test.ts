import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldClasses, softmax, topLabel } from './sentiment.ts';

const logits = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1 });

describe('softmax', () => {
  it('gives probabilities that sum to 1, however large the logits', () => {
    fc.assert(
      fc.property(logits, (row) => {
        const p = softmax(row);
        expect(p.every((x) => x >= 0 && x <= 1)).toBe(true);
        expect(p.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('equals the formula on a known row', () => {
    expect(softmax([0, Math.log(3)])).toEqual(
      [0.25, 0.75].map((p): unknown => expect.closeTo(p, 12)),
    );
  });
});

describe('foldClasses', () => {
  it('adds five stars up to three classes', () => {
    const stars = ['negative', 'negative', 'neutral', 'positive', 'positive'] as const;
    const folded = foldClasses([0, 0, 0, 0, 0], stars);
    expect(folded).toEqual([0.4, 0.2, 0.4].map((p): unknown => expect.closeTo(p, 12)));
  });

  it('gives a class that a model has not got probability 0', () => {
    expect(foldClasses([0, 0], ['negative', 'positive'])).toEqual([0.5, 0, 0.5]);
  });
});

it('names the most probable label', () => {
  expect(topLabel([0.2, 0.5, 0.3])).toBe('neutral');
  expect(topLabel([0.4, 0.2, 0.4])).toBe('negative');
});
