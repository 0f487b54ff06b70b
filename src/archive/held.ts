import { NO_LABEL } from '../core/runs.ts';
import { areSentiment } from '../core/sentiment.ts';

/**
 * What is held in memory of each row's probabilities. Of sentiment all three, in the order of the labels. Of other labels the two
 * highest: what filters, sorting and statistics ask for, while all fifty of a million rows would take 200 MB. The rest is in
 * storage (docs/decisions/0016).
 */
export interface Held {
  /** Row-major [rows, width], NaN where not scored. */
  values: Float32Array;
  width: 2 | 3;
}

/** What is asked here of a run's columns. */
interface Scored {
  /** Index of the model's label, NO_LABEL where not scored. */
  label: Uint8Array;
  held: Held;
}

export function emptyHeld(labels: readonly string[], rows: number): Held {
  const width = areSentiment(labels) ? 3 : 2;
  return { width, values: new Float32Array(rows * width).fill(NaN) };
}

/** @returns the index of the highest, the first one where some are equal, as `predict` names it */
export function topOf(probabilities: ArrayLike<number>): number {
  let top = 0;
  for (let i = 1; i < probabilities.length; i++)
    if (probabilities[i]! > probabilities[top]!) top = i;
  return top;
}

/** @param probabilities in the order of the labels, `top` the index of the highest */
export function hold(
  { values, width }: Held,
  row: number,
  probabilities: Float32Array,
  top: number,
) {
  if (width === 3) return values.set(probabilities, row * 3);
  let second = 0;
  for (let i = 0; i < probabilities.length; i++)
    if (i !== top && probabilities[i]! > second) second = probabilities[i]!;
  values[row * 2] = probabilities[top]!;
  values[row * 2 + 1] = second;
}

/** @returns the model's top probability, NaN where the row is not scored */
export function confidenceOf({ label, held: { values, width } }: Scored, row: number): number {
  if (label[row] === NO_LABEL) return NaN;
  return values[row * width + (width === 3 ? label[row]! : 0)]!;
}

/** @returns how far the highest probability is above the second, NaN where the row is not scored */
export function marginOf({ held: { values, width } }: Scored, row: number): number {
  if (width === 2) return values[row * 2]! - values[row * 2 + 1]!;
  const a = values[row * 3]!;
  const b = values[row * 3 + 1]!;
  const c = values[row * 3 + 2]!;
  const most = Math.max(a, b, c);
  const second = a + b + c - most - Math.min(a, b, c);
  return most - second;
}

export const holdsAll = ({ held }: Pick<Scored, 'held'>): boolean => held.width === 3;

/** @returns a view of a row's probabilities in the order of the labels, where all of them are held */
export function heldOf({ held: { values, width } }: Scored, row: number): Float32Array | undefined {
  return width === 3 ? values.subarray(row * 3, row * 3 + 3) : undefined;
}

/** @returns the probability of one label, NaN where it is not held */
export function probabilityOf(
  { held: { values, width } }: Scored,
  row: number,
  label: number,
): number {
  return width === 3 && label >= 0 ? values[row * 3 + label]! : NaN;
}
