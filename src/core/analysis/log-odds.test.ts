import { expect, it } from 'vitest';
import { logOdds } from './log-odds.ts';

it('gives the z-score of the paper, worked by hand', () => {
  // Prior: 500 * 30 / 3000 = 5 uses of the term, 495 of others.
  const delta = Math.log(25 / (1500 - 25)) - Math.log(10 / (1300 - 10));
  expect(logOdds(20, 1000, 5, 800, 30, 3000)).toBeCloseTo(delta / Math.sqrt(1 / 25 + 1 / 10), 12);
});

it('is 0 for a term both sides use alike, and turns its sign with the sides', () => {
  expect(logOdds(50, 1000, 50, 1000, 120, 2500)).toBe(0);
  expect(logOdds(9, 1000, 50, 800, 70, 2500)).toBeCloseTo(-logOdds(50, 800, 9, 1000, 70, 2500), 12);
});

it('trusts a term more the oftener it was seen', () => {
  expect(logOdds(40, 1000, 10, 1000, 50, 2000)).toBeGreaterThan(logOdds(4, 1000, 1, 1000, 5, 2000));
});
