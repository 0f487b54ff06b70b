import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRandom, drawn, shuffled } from './random.ts';

/** The reference in its author's own words (signed arithmetic). */
function mulberry32(a: number) {
  return () => {
    a |= 0;
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

it('gives the numbers of mulberry32, for any seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
      const [ours, theirs] = [createRandom(seed), mulberry32(seed)];
      for (let i = 0; i < 20; i++) expect(ours()).toBe(theirs());
    }),
  );
});

it('spreads evenly over 0 to 1', () => {
  const random = createRandom(11);
  const bins = Array<number>(10).fill(0);
  for (let i = 0; i < 20_000; i++) bins[Math.floor(random() * 10)]! += 1;
  for (const bin of bins) expect(Math.abs(bin - 2000)).toBeLessThan(200); // 4.7 standard deviations
});

it('shuffles into every order about equally often, and leaves the list alone', () => {
  const random = createRandom(5);
  const list = [1, 2, 3];
  const seen = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = shuffled(list, random).join('');
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  expect(list).toEqual([1, 2, 3]);
  expect(seen.size).toBe(6);
  for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(140);
});

it('draws different places, in order', () => {
  const places = drawn(5, 9, createRandom(2));
  expect(new Set(places).size).toBe(5);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(drawn(9, 3, createRandom(2))).toEqual([0, 1, 2]);
});
