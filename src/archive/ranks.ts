import { ownCopy } from '../core/own-copy.ts';
import { BLOCK_ROWS, FLAGS } from '../core/runs.ts';
import type { SourceReader } from './blocks.ts';
import type { Columns } from './columns.ts';
import { leadsOf } from './leads.ts';
import { createPauses } from './pauses.ts';

/** Letters of a text that sorting looks at: a million of them take about 130 MB while it lasts. */
const SORTED_LETTERS = 64;
/** Sorted in one go, in a few ms; and compared between two looks at the clock. */
const PIECE = 4096;

/**
 * Where each row's text stands in the alphabet of the browser's language, by its first 64 letters; equal ones share a rank.
 *
 * @param rows ascending
 * @returns by position in `rows`; NaN where there is no text
 */
export async function rankTexts(
  columns: Columns,
  scan: SourceReader,
  rows: Uint32Array,
  signal: AbortSignal,
): Promise<Float64Array> {
  const starts: string[] = [];
  let block = -1;
  let texts: readonly string[] = [];
  for (const row of rows) {
    if (Math.floor(row / BLOCK_ROWS) !== block) {
      signal.throwIfAborted();
      block = Math.floor(row / BLOCK_ROWS);
      ({ texts } = await scan(columns.run.id, block));
    }
    const start = texts[row % BLOCK_ROWS]!.trimStart();
    starts.push(ownCopy(start.slice(0, SORTED_LETTERS)));
  }

  const { compare } = new Intl.Collator();
  const leads = leadsOf(starts, new Intl.Collator(undefined, { sensitivity: 'base' }).compare);
  const order = await sortPositions(
    rows.length,
    (a, b) => leads[a]! - leads[b]! || compare(starts[a]!, starts[b]!),
    createPauses(signal),
  );
  const ranks = new Float64Array(rows.length);
  let rank = 0;
  order.forEach((position, i) => {
    const before = i === 0 ? position : order[i - 1]!;
    if (compare(starts[before]!, starts[position]!) !== 0) rank = i;
    const isEmpty = columns.flags[rows[position]!]! & FLAGS.empty;
    ranks[position] = isEmpty ? NaN : rank;
  });
  return ranks;
}

/** @returns where each group stands in the alphabet, numbers within by their size; by index into `groups` */
export function rankGroups({ groups }: Columns): Float64Array {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const order = [...groups.keys()].sort((a, b) => compare(groups[a]!, groups[b]!));
  const ranks = new Float64Array(groups.length);
  order.forEach((group, i) => {
    const before = order[i - 1];
    const isEqual = before !== undefined && compare(groups[before]!, groups[group]!) === 0;
    ranks[group] = isEqual ? ranks[before]! : i;
  });
  return ranks;
}

/** A merge sort that lets the worker answer other calls meanwhile. */
async function sortPositions(
  length: number,
  compare: (a: number, b: number) => number,
  pause: () => Promise<void>,
): Promise<Uint32Array> {
  let from = Uint32Array.from({ length }, (_, i) => i);
  let to = new Uint32Array(length);
  for (let start = 0; start < length; start += PIECE) {
    from.subarray(start, start + PIECE).sort(compare);
    await pause();
  }
  for (let width = PIECE; width < length; width *= 2) {
    for (let start = 0; start < length; start += 2 * width) {
      const middle = Math.min(start + width, length);
      const end = Math.min(middle + width, length);
      let left = start;
      let right = middle;
      for (let i = start; i < end; i++) {
        if (i % PIECE === 0) await pause();
        const takeLeft =
          right === end || (left < middle && compare(from[left]!, from[right]!) <= 0);
        to[i] = takeLeft ? from[left++]! : from[right++]!;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
