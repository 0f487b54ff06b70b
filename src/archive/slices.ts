import { periodOf, planPeriods, type Periods } from '../core/analysis/periods.ts';
import { count, createTally, sliceOf, totalOf, type Tally } from '../core/analysis/tally.ts';
import { NO_LABEL, type Summary } from '../core/runs.ts';
import { shownLabel, type Columns } from './columns.ts';

const MOST_GROUPS = 40;

type InSlices = (visit: (from: number, to: number) => void) => Promise<void>;

/** @returns the groups with a labelled review, the largest first, equal ones by name; undefined where there are none */
export function countGroups(tally: Tally, names: readonly string[]): Summary['groups'] {
  const found = names
    .map((group, key) => ({ group, key, reviews: totalOf(tally, key) }))
    .filter(({ reviews }) => reviews > 0)
    .sort((a, b) => b.reviews - a.reviews || (a.group < b.group ? -1 : 1));
  if (found.length === 0) return undefined;
  return {
    top: found.slice(0, MOST_GROUPS).map(({ group, key }) => ({ group, ...sliceOf(tally, key) })),
    more: Math.max(0, found.length - MOST_GROUPS),
  };
}

/** @returns the periods between the first and the last date of a labelled review; undefined where none has a date */
export async function findSpan(columns: Columns, inSlices: InSlices): Promise<Periods | undefined> {
  if (columns.run.mapping.date === undefined) return undefined;
  let first = Infinity;
  let last = -Infinity;
  await inSlices((from, to) => {
    for (let row = from; row < to; row++) {
      const date = columns.date[row]!;
      if (Number.isNaN(date) || shownLabel(columns, row) === NO_LABEL) continue;
      if (date < first) first = date;
      if (date > last) last = date;
    }
  });
  return first <= last ? planPeriods(first, last) : undefined;
}

/** Counts labelled reviews by period; those dated after the span was found, while rows come in, wait for the next summary. */
export function createPeriodCount(periods: Periods | undefined, labels: readonly string[]) {
  const edges = periods?.edges ?? new Float64Array(1);
  const tally = createTally(edges.length - 1, labels);
  let undated = 0;

  return {
    add(date: number, label: number) {
      if (!periods) return;
      if (Number.isNaN(date)) undated++;
      else if (date >= edges[0]! && date < edges[edges.length - 1]!)
        count(tally, periodOf(periods, date), label);
    },

    read(): Summary['periods'] {
      if (!periods) return undefined;
      const points = Array.from({ length: edges.length - 1 }, (_, key) => ({
        from: edges[key]!,
        to: edges[key + 1]!,
        ...sliceOf(tally, key),
      }));
      return { unit: periods.unit, points, undated };
    },
  };
}
