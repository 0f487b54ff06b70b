import type { Interval, Slice } from '../runs.ts';
import { LABELS, type Label } from '../sentiment.ts';
import { wilson } from './wilson.ts';

/** Under this many reviews the 95 % interval of a share is up to 36 points wide: shown, but not ranked. */
const SMALL = 30;

/** Counts by label, one triple for each key: [keys, 3]. */
export type Tally = Float64Array;

export function createTally(keys: number): Tally {
  return new Float64Array(keys * LABELS.length);
}

export function countsOf(tally: Tally, key: number): Record<Label, number> {
  const [negative, neutral, positive] = tally.subarray(key * 3, key * 3 + 3);
  return { negative: negative!, neutral: neutral!, positive: positive! };
}

export function totalOf(tally: Tally, key: number): number {
  return tally[key * 3]! + tally[key * 3 + 1]! + tally[key * 3 + 2]!;
}

export function sharesOf(counts: Readonly<Record<Label, number>>): Record<Label, Interval> {
  const total = counts.negative + counts.neutral + counts.positive;
  return {
    negative: wilson(counts.negative, total),
    neutral: wilson(counts.neutral, total),
    positive: wilson(counts.positive, total),
  };
}

export function sliceOf(tally: Tally, key: number): Slice {
  const counts = countsOf(tally, key);
  const { positive, negative } = sharesOf(counts);
  const reviews = totalOf(tally, key);
  return { reviews, counts, positive, negative, small: reviews < SMALL };
}
