import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { areUnique, matchRows } from './row-matches.ts';

const hashes = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(2 ** 52, 2 ** 32, 0)))
  .map((list) => Float64Array.from(list));

it('pairs equal hashes in file order, as crossing them off a list would', () => {
  fc.assert(
    fc.property(hashes, hashes, (a, b) => {
      const left = Array.from(b, (hash): number | undefined => hash);
      const expected = Array.from(a, (hash) => {
        const row = left.indexOf(hash);
        if (row >= 0) left[row] = undefined;
        return row;
      });
      expect([...matchRows(a, b)]).toEqual(expected);
      expect(areUnique(a)).toBe(new Set(a).size === a.length);
    }),
    { numRuns: 1000 },
  );
});
