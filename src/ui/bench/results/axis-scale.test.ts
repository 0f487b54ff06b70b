import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linearScale, logScale, scaleFor, tickText } from './axis-scale.ts';

const time = fc.double({ min: 1e-3, max: 1e5, noNaN: true });

it('is linear from 0 where values are of one size, and logarithmic where they are not', () => {
  const { type, domain } = scaleFor([10, 20]);
  expect([type, domain[0]]).toEqual(['linear', 0]);
  expect(scaleFor([1, 200]).type).toBe('log');
});

it('never takes the logarithm of nothing', () => {
  expect(scaleFor([0, 200]).type).toBe('linear');
  expect(scaleFor([]).type).toBe('linear');
});

it('holds every value, and has its few ticks within its ends', () => {
  fc.assert(
    fc.property(fc.array(time, { minLength: 1 }), (values) => {
      const { domain, ticks } = scaleFor(values);
      for (const value of [...values, ...ticks]) {
        expect(value).toBeGreaterThanOrEqual(domain[0]);
        expect(value).toBeLessThanOrEqual(domain[1]);
      }
      expect(ticks.length).toBeLessThanOrEqual(9);
      expect(new Set(ticks).size).toBe(ticks.length);
    }),
  );
});

it('has at least two ticks on a linear axis', () => {
  fc.assert(
    fc.property(time, (high) => {
      expect(linearScale(high).ticks.length).toBeGreaterThanOrEqual(2);
    }),
  );
});

it('puts round ticks on a logarithmic axis', () => {
  expect(logScale(0.5, 2).ticks).toEqual([0.5, 1, 2]);
  expect(logScale(0.2, 900).ticks).toEqual([1, 10, 100, 1000]);
  expect(tickText(1000)).toBe('1,000');
});
