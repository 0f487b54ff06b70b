import type { Slice } from '../runs.ts';
import { wilson, type Interval } from './wilson.ts';

/** Under this many reviews the 95 % interval of a share is up to 36 points wide: shown, but not ranked. */
const SMALL = 30;

/** Counts by label for each of some keys, such as groups. */
export interface Tally {
  labels: readonly string[];
  /** Row-major [keys, labels]. */
  counts: Float64Array;
}

export function createTally(keys: number, labels: readonly string[]): Tally {
  return { labels, counts: new Float64Array(keys * labels.length) };
}

/** @param label its index */
export function count({ labels, counts }: Tally, key: number, label: number) {
  counts[key * labels.length + label]! += 1;
}

export function countsOf({ labels, counts }: Tally, key: number): Record<string, number> {
  return Object.fromEntries(labels.map((label, i) => [label, counts[key * labels.length + i]!]));
}

export function totalOf({ labels, counts }: Tally, key: number): number {
  let total = 0;
  for (let i = 0; i < labels.length; i++) total += counts[key * labels.length + i]!;
  return total;
}

export function sharesOf(counts: Readonly<Record<string, number>>): Record<string, Interval> {
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return Object.fromEntries(Object.entries(counts).map(([label, n]) => [label, wilson(n, total)]));
}

export function sliceOf(tally: Tally, key: number): Slice {
  const reviews = totalOf(tally, key);
  return { reviews, counts: countsOf(tally, key), small: reviews < SMALL };
}

/** @returns the share of one label among a slice's reviews, with its 95 % Wilson interval */
export const shareIn = ({ counts, reviews }: Slice, label: string): Interval =>
  wilson(counts[label]!, reviews);

/** @returns the labels, most frequent first, equally frequent ones in their own order */
export const byFrequency = (
  labels: readonly string[],
  counts: Readonly<Record<string, number>>,
): string[] => labels.toSorted((a, b) => counts[b]! - counts[a]!);
