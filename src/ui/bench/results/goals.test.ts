import { expect, it } from 'vitest';
import type { Headline } from '../../../core/bench/figures.ts';
import { goalNames, goalsOf, inDoubt } from './goals.ts';
import { madeFigures } from './made-headline.ts';

const { headline } = madeFigures();
const right = (value: number, low: number, high: number): Headline => ({
  ...headline,
  realTime: { ...headline.realTime, accuracy: { value, low, high, reviews: 100 } },
});

it('names the goals with the bound of the settings', () => {
  expect(Object.values(goalNames(250))).toEqual([
    'Over 85% right',
    'Under 0.25 s (p95)',
    'Under 0.005 s (median)',
  ]);
});

it('asks for over 85 % right, and not for 85', () => {
  expect(goalsOf(right(0.86, 0.855, 0.9)).accuracy).toEqual({
    met: true,
    text: '86.0% (85.5 to 90.0)',
  });
  expect(goalsOf(right(0.85, 0.8, 0.9)).accuracy.met).toBe(false);
});

it('is in doubt where an interval holds 85 %', () => {
  expect(inDoubt([right(0.9, 0.86, 0.93)])).toBe(false);
  expect(inDoubt([right(0.9, 0.86, 0.93), right(0.86, 0.8, 0.9)])).toBe(true);
});

it('takes speed from what the headline says', () => {
  const goals = goalsOf({ ...headline, underBound: true, underBonus: false });
  expect([goals.bound.met, goals.bonus.met]).toEqual([true, false]);
});

it('can’t tell how right a model is without labels', () => {
  const bare = { ...headline, accuracy: undefined };
  const goals = goalsOf({ ...bare, realTime: { ...headline.realTime, accuracy: undefined } });
  expect(goals.accuracy).toEqual({ met: undefined, text: 'no labels' });
});
