import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageLogits, cutWindows } from './windows.ts';

describe('cutWindows', () => {
  it('leaves a text alone that fits', () => {
    expect(cutWindows(510, 510, 254)).toEqual([[0, 510]]);
    expect(cutWindows(0, 510, 254)).toEqual([[0, 0]]);
  });

  it('covers a longer text in order, in equal windows of at most the given size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 511, max: 100_000 }), (count) => {
        const windows = cutWindows(count, 510, 254);
        const sizes = windows.map(([from, to]) => to - from);
        expect(windows[0]![0]).toBe(0);
        windows.slice(1).forEach(([from], i) => expect(from).toBe(windows[i]![1]));
        expect(windows.at(-1)![1]).toBe(count);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(254);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('averages logits by tokens, as if every token voted for its window', () => {
  const row = fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.constant(1));
  const parts = fc.array(fc.tuple(row, fc.integer({ min: 1, max: 20 })), { minLength: 1 });
  fc.assert(
    fc.property(parts, (list) => {
      const votes = list.flatMap(([[logit], weight]) => Array<number>(weight).fill(logit));
      const mean = votes.reduce((sum, vote) => sum + vote, 0) / votes.length;
      const [first, second] = averageLogits(
        list.map(([logits]) => logits),
        list.map(([, weight]) => weight),
      );
      expect(first).toBeCloseTo(mean, 9);
      expect(second).toBeCloseTo(1, 9);
    }),
  );
});
