import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { periodOf, planPeriods } from './periods.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const plan = (from: string, to: string) => {
  const { unit, edges } = planPeriods(Date.parse(from), Date.parse(to));
  return { unit, edges: Array.from(edges, (ms) => new Date(ms).toISOString().slice(0, 10)) };
};

it.each([
  ['2026-03-01', '2026-03-01', 'day', 1],
  ['2026-01-01', '2026-03-01', 'day', 60],
  ['2026-01-01', '2026-03-02', 'week', 10],
  ['2023-01-01', '2024-12-31', 'month', 24],
  ['2012-01-01', '2024-12-31', 'quarter', 52],
  ['1999-01-01', '2024-12-31', 'year', 26],
])('covers %s to %s by the shortest unit of at most 60: %s', (from, to, unit, points) => {
  const { unit: found, edges } = plan(from, to);
  expect(found).toBe(unit);
  expect(edges).toHaveLength(points + 1);
});

it('starts weeks on Monday', () => {
  const { edges } = plan('2026-01-01', '2026-06-01'); // a Thursday to a Monday
  expect(edges[0]).toBe('2025-12-29');
  expect(edges.at(-2)).toBe('2026-06-01');
});

it('cuts at the turn of the day in UTC, before 1970 too', () => {
  expect(plan('1969-12-30T23:59:59.999Z', '1970-01-01T00:00:00Z').edges).toEqual([
    '1969-12-30',
    '1969-12-31',
    '1970-01-01',
    '1970-01-02',
  ]);
});

it('reads the year 33 as the year 33', () => {
  const { unit, edges } = planPeriods(day('0033-05-01'), day('0099-05-01'));
  expect(unit).toBe('year');
  expect(edges[0]).toBe(day('0033-01-01'));
});

it('stands the farthest dates there are', () => {
  const periods = planPeriods(-8.64e15, 8.64e15);
  expect(periodOf(periods, 0)).toBe(0);
});

it('puts every date into the one period that holds it', () => {
  const date = fc.integer({ min: day('1950-01-01'), max: day('2050-01-01') });
  fc.assert(
    fc.property(fc.array(date, { minLength: 1, maxLength: 20 }), (dates) => {
      const periods = planPeriods(Math.min(...dates), Math.max(...dates));
      const { edges, unit } = periods;
      if (unit !== 'year') expect(edges.length - 1).toBeLessThanOrEqual(60);
      for (const ms of dates) {
        const place = periodOf(periods, ms);
        expect(edges[place]! <= ms && ms < edges[place + 1]!).toBe(true);
      }
    }),
  );
});
