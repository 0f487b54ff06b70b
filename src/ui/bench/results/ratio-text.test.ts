import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundText, inverse, ratioText, times, verdictOf } from './ratio-text.ts';

const ratio = (value: number, low: number, high: number) => ({
  value,
  low,
  high,
  rounds: 5,
  clear: low > 1 || high < 1,
});

it('keeps the digits of an interval that misses 1 by little', () => {
  expect(times(ratio(1.02, 1.003, 1.04)).interval).toBe('1.003 to 1.040');
  expect(ratioText(ratio(1.02, 1.003, 1.04))).toBe(
    'batch is 1.020 times as fast (95% interval 1.003 to 1.040)',
  );
});

it('never shows an interval that seems to hold 1 where it does not', () => {
  const near = fc.double({ min: 0.9, max: 1.1, noNaN: true });
  fc.assert(
    fc.property(near, near, near, (a, b, c) => {
      const [low, value, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
      const each = ratio(value, low, high);
      fc.pre(Math.abs(low - 1) > 0.0006 && Math.abs(high - 1) > 0.0006);
      const text = times(each);
      const seems = Number(text.low) <= 1 && Number(text.high) >= 1;
      expect(seems).toBe(verdictOf(each) === 'unclear');
    }),
  );
});

it('says how many times as long what is slower takes', () => {
  expect(inverse({ value: 0.5, low: 0.25, high: 1 })).toEqual({ value: 2, low: 1, high: 4 });
  expect(ratioText(ratio(0.5, 0.4, 0.8))).toMatch(/^batch takes 2\.00 times as long/);
});

it('states bounds in seconds', () => {
  expect([100, 5, 1500].map(boundText)).toEqual(['0.1 s', '0.005 s', '1.5 s']);
});
