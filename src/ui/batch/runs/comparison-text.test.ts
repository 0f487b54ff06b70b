import { expect, it } from 'vitest';
import type { Comparison } from '../../../core/runs.ts';
import { correctText, matchText, shareText } from './comparison-text.ts';

it('gives a share with its interval', () => {
  expect(shareText({ share: 0.381, low: 0.352, high: 0.411 })).toBe('38.1% (35.2–41.1)');
});

it('says by what rows were matched, and what has no counterpart', () => {
  const compared = (change: Partial<Comparison>) =>
    ({ by: 'id', matched: 10, onlyA: 0, onlyB: 0, ...change }) as Comparison; // all that is read of it
  expect(matchText(compared({}))).toBe('10 rows in common: rows of the same id are compared.');
  expect(matchText(compared({ onlyA: 2 }))).toMatch(
    /2 rows are in the first only, 0 in the second/,
  );
  expect(matchText(compared({ matched: 0 }))).toMatch(/no row in common/);
});

it('names a winner only where chance is an unlikely explanation', () => {
  const counts = { both: 80, onlyA: 3, onlyB: 12, neither: 5 };
  expect(correctText({ ...counts, p: 0.035 })).toMatch(
    /The second is right more often .*p = 0\.035/,
  );
  expect(correctText({ ...counts, p: 0.2 })).toMatch(/No clear difference/);
  expect(correctText({ ...counts, p: 0.0001 })).toMatch(/p < 0\.001/);
});
