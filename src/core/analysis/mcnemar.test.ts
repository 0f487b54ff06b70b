import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { mcnemar } from './mcnemar.ts';

/** Twice the tail, term by term, with whole numbers. */
function slowly(onlyA: number, onlyB: number): number {
  const n = onlyA + onlyB;
  let choose = 1n;
  let tail = 0n;
  for (let i = 0; i <= Math.min(onlyA, onlyB); i++) {
    tail += choose;
    choose = (choose * BigInt(n - i)) / BigInt(i + 1);
  }
  return Math.min(1, Number((2n * tail * 10n ** 18n) / 2n ** BigInt(n)) / 1e18);
}

it.each([
  [0, 0, 1],
  [5, 5, 1],
  [0, 5, 0.0625],
  [1, 9, 0.021484375],
  [6, 16, 0.052478790283203],
  [59, 6, 4.964650327128616e-12],
  [499_020, 500_980, 0.05011273253278],
])("gives for %i against %i the p of SciPy's binomtest", (a, b, p) => {
  expect(mcnemar(a, b) / p).toBeCloseTo(1, 7);
});

it('agrees with exact arithmetic, either way round', () => {
  const count = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(count, count, (a, b) => {
      expect(mcnemar(a, b)).toBeCloseTo(slowly(a, b), 10);
      expect(mcnemar(b, a)).toBe(mcnemar(a, b));
    }),
  );
});

it('stands a million differences', () => {
  expect(mcnemar(500_000, 500_000)).toBe(1);
  expect(mcnemar(0, 1_000_000)).toBe(0);
});
