import type { Trace, TraceEntry } from './read-trace.ts';

/** A place in a trace that says something. */
export interface Point {
  kind: 'start' | 'check' | 'leap' | 'best' | 'end';
  /** Index into the trace's entries. */
  at: number;
}

/** Entries on either side of a rise that are averaged: one alone is mostly noise. */
export const LEAP_WIDTH = 3;

/** Mean over the development sets, each counting the same; undefined where they were not checked. */
export function devMean({ dev }: TraceEntry): number | undefined {
  return dev && mean(Object.values(dev));
}

/** Mean fit of the entries just before `at`, and of those from it on. */
export function fitAround({ entries }: Trace, at: number): { before: number; after: number } {
  const fits = (from: number) => entries.slice(from, from + LEAP_WIDTH).map(({ fit }) => fit);
  return { before: mean(fits(at - LEAP_WIDTH)), after: mean(fits(at)) };
}

/**
 * What to look at, in the order of the training: the first entry, the first check on the development sets, the steepest rise
 * of the fit after it, the best check, and the last entry.
 *
 * @returns five points; fewer where there is none of a kind, or where two would be the same entry
 */
export function findPoints(trace: Trace): Point[] {
  const { entries } = trace;
  const checks = entries.flatMap((entry, at) => {
    const value = devMean(entry);
    return value === undefined ? [] : [{ at, value }];
  });
  const first = checks[0]?.at ?? 0;
  const rises = entries.flatMap((_, at) => {
    if (at < first + LEAP_WIDTH || at + LEAP_WIDTH > entries.length) return [];
    const { before, after } = fitAround(trace, at);
    return after > before ? [{ at, value: after - before }] : [];
  });
  const found: (Point | undefined)[] = [
    { kind: 'start', at: 0 },
    { kind: 'end', at: entries.length - 1 },
    pointAt('check', checks[0]),
    pointAt('best', highest(checks)),
    pointAt('leap', highest(rises)),
  ];
  const points: Point[] = [];
  for (const point of found)
    if (point && !points.some(({ at }) => at === point.at)) points.push(point);
  return points.sort((a, b) => a.at - b.at);
}

interface Valued {
  at: number;
  value: number;
}

const pointAt = (kind: Point['kind'], found: Valued | undefined): Point | undefined =>
  found && { kind, at: found.at };

/** The first of the highest. */
const highest = (all: readonly Valued[]): Valued | undefined =>
  all.reduce<Valued | undefined>(
    (best, each) => (best && best.value >= each.value ? best : each),
    undefined,
  );

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
