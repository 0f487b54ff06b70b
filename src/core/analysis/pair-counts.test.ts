import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPairCounts } from './pair-counts.ts';

it('counts what a Map counts, each pair once in a review', () => {
  const use = fc.record({
    a: fc.integer({ min: 1, max: 5 }),
    b: fc.integer({ min: 0, max: 5 }),
    label: fc.integer({ min: 0, max: 2 }),
    review: fc.integer({ min: 1, max: 8 }),
  });
  fc.assert(
    fc.property(fc.array(use, { maxLength: 200 }), (uses) => {
      uses.sort((x, y) => x.review - y.review);
      const table = createPairCounts(64, () => expect.unreachable());
      const slow = new Map<string, { counts: number[]; review: number }>();
      for (const { a, b, label, review } of uses) {
        const known = slow.get(`${a} ${b}`) ?? { counts: [0, 0, 0], review: 0 };
        slow.set(`${a} ${b}`, known);
        expect(table.add(a, b, label, review)).toBe(known.review !== review);
        if (known.review !== review) known.counts[label]! += 1;
        known.review = review;
      }
      const found = Array.from(table.entries(), ({ a, b, counts }) => [`${a} ${b}`, [...counts]]);
      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries(Array.from(slow, ([key, { counts }]) => [key, counts])),
      );
    }),
  );
});

it('drops the rarest once it is nearly full, and keeps the counts of the others', () => {
  let holds: (a: number, b: number) => boolean = () => true;
  const table = createPairCounts(64, (test) => (holds = test));
  for (let review = 1; review <= 1000; review++) {
    table.add(1, 0, 2, review);
    table.add(1, review + 1, 0, review);
    table.tidy();
  }
  const entries = [...table.entries()];
  expect(entries.length).toBeLessThan(48);
  expect(entries.find(({ a, b }) => a === 1 && b === 0)!.counts).toEqual(
    Uint32Array.of(0, 0, 1000),
  );
  expect(holds(1, 0)).toBe(true);
  expect(holds(1, 2)).toBe(false);
});
