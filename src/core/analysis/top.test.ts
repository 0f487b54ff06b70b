import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTop } from './top.ts';

it('keeps what sorting everything would put first, equal scores in the order they came', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 })),
      fc.integer({ min: 1, max: 6 }),
      (scores, size) => {
        const top = createTop(size);
        scores.forEach((score, row) => top.offer(row, score));
        const sorted = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b);
        expect(top.rows()).toEqual(sorted.slice(0, size));
      },
    ),
  );
});
