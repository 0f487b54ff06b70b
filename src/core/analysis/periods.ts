import type { Summary } from '../runs.ts';

export type PeriodUnit = NonNullable<Summary['periods']>['unit'];

const UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies PeriodUnit[];
const DAY_MS = 86_400_000;
/** More would not be told apart on a chart of usual width. */
const MOST_POINTS = 60;
/** Room for every year that a date can name, as a bound on what a file of nonsense dates costs. */
const MOST_YEARS = 3000;

/** The start of the period, in UTC, that holds `ms`, moved on by `steps` periods. Weeks start on Monday (ISO 8601). */
function startOf(ms: number, unit: PeriodUnit, steps = 0): number {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  switch (unit) {
    case 'day':
      return (Math.floor(ms / DAY_MS) + steps) * DAY_MS;
    case 'week': {
      const monday = Math.floor((Math.floor(ms / DAY_MS) + 3) / 7) * 7 - 3; // day 0, 1970-01-01, was a Thursday
      return (monday + 7 * steps) * DAY_MS;
    }
    case 'month':
      return startOfMonth(year, month + steps);
    case 'quarter':
      return startOfMonth(year, month - (month % 3) + 3 * steps);
    case 'year':
      return startOfMonth(year + steps, 0);
  }
}

/** Date.UTC, without its reading of the years 0 to 99 as 1900 to 1999. */
function startOfMonth(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}

export interface Periods {
  unit: PeriodUnit;
  /** Starts of all periods, and the end of the last one: one more than there are periods. */
  edges: Float64Array;
}

/**
 * Cuts a span of time into the shortest periods of which at most 60 cover it; years, however many they are. Periods without a
 * review are in the list: leaving them out would draw a line straight through a gap.
 *
 * @param from ms since 1970, finite, as is `to`: the first and the last date
 */
export function planPeriods(from: number, to: number): Periods {
  for (const unit of UNITS) {
    const most = unit === 'year' ? MOST_YEARS : MOST_POINTS;
    const edges = [startOf(from, unit)];
    while (edges.at(-1)! <= to && edges.length <= most)
      edges.push(startOf(edges[0]!, unit, edges.length));
    if (edges.at(-1)! > to) return { unit, edges: Float64Array.from(edges) };
  }
  return { unit: 'year', edges: Float64Array.of(startOf(from, 'year'), startOf(to, 'year', 1)) };
}

/** @returns the index of the period that holds `ms`, which lies between the first and the last edge */
export function periodOf({ edges }: Periods, ms: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= ms) low = middle;
    else high = middle;
  }
  return low;
}
