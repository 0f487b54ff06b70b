import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { wilson } from './wilson.ts';

it.each([
  // Newcombe 1998, table I, method 3: 0.2553 to 0.3662, and so on; the digits are SciPy's.
  [81, 263, 0.2552885, 0.3662096],
  [15, 148, 0.0623864, 0.1604872],
  [0, 20, 0, 0.1611252],
  [1, 29, 0.0061133, 0.1717552],
])('agrees with the published interval of %i out of %i', (count, of, low, high) => {
  const interval = wilson(count, of);
  expect(interval.share).toBe(count / of);
  expect(interval.low).toBeCloseTo(low, 6);
  expect(interval.high).toBeCloseTo(high, 6);
});

it('knows nothing of no reviews', () => {
  expect(wilson(0, 0)).toEqual({ share: NaN, low: NaN, high: NaN });
});

it('holds exactly the shares that a score test at 95 % does not reject', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (of, part) => {
        const count = Math.round(part * of);
        const { share, low, high } = wilson(count, of);
        expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
        for (const end of [low, high]) {
          if (end === 0 || end === 1) continue;
          const z = Math.abs(share - end) / Math.sqrt((end * (1 - end)) / of);
          expect(z).toBeCloseTo(1.959964, 3);
        }
      },
    ),
  );
});
