import { expect, it } from 'vitest';
import { learningText, rowsOf } from './learning-chart.ts';

const rows = (...right: number[]) =>
  rowsOf(right.map((n, i) => ({ texts: 10 * 2 ** i, train: 1, right: n, of: 100 })));

it('calls a rise clear only where it leaves the interval of half the texts', () => {
  expect(learningText(rows(40, 60, 85))).toMatch(
    /^It is still rising: from 20 to 40 texts the share right went from 60.0% to 85.0%/,
  );
  expect(learningText(rows(40, 60, 63))).toMatch(/^No clear rise any more/);
});

it('says nothing of a single point', () => {
  expect(learningText(rows(40))).toBe('');
});
