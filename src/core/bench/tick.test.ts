import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grouped, groupSize, smallestStep } from './tick.ts';

it('finds the smallest step of a coarse clock', () => {
  let calls = 0;
  expect(smallestStep(() => Math.floor(calls++ / 7) * 0.1)).toBeCloseTo(0.1);
});

it('is not misled by steps that a busy machine makes longer', () => {
  let calls = 0;
  let now = 0;
  expect(smallestStep(() => (now += calls++ % 3 === 0 ? 0.1 : 2))).toBeCloseTo(0.1);
});

it('makes groups of at least 100 ticks', () => {
  expect(groupSize(25, 0.1)).toBe(1);
  expect(groupSize(10, 0.1)).toBe(1);
  expect(groupSize(5, 0.1)).toBe(2);
  expect(groupSize(0.3, 0.1)).toBe(34);
});

it('ends even for times that the clock does not see', () => {
  expect(groupSize(0, 0.1)).toBe(10_000);
});

it('means the groups, and drops no more than half of one', () => {
  expect(grouped([1, 3, 5, 7, 9], 2)).toEqual([2, 6, 9]);
  expect(grouped([1, 2, 3, 4], 3)).toEqual([2]);
});

it('keeps samples too few for half a group, as one', () => {
  expect(grouped([1, 2], 9)).toEqual([1.5]);
  expect(grouped([], 9)).toEqual([]);
});

it('turns times rounded to the tick into means within a hundredth of the truth', () => {
  const times = fc.array(fc.double({ min: 0.2, max: 0.4, noNaN: true }), {
    minLength: 500,
    maxLength: 1000,
  });
  fc.assert(
    fc.property(times, (ms) => {
      // A clock read at the end of each: every timing is a difference of two readings that were rounded down.
      const read = (at: number) => Math.floor(at * 10) / 10;
      let at = 0;
      const rounded = ms.map((each) => read((at += each)) - read(at - each));
      const size = groupSize(0.2, 0.1);
      const [first] = grouped(rounded, size);
      const truth = ms.slice(0, size).reduce((sum, each) => sum + each, 0) / size;
      expect(Math.abs(first! / truth - 1)).toBeLessThan(0.0101);
    }),
    { numRuns: 30 },
  );
});
