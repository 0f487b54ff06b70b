import { BLOCK_ROWS, NO_LABEL, type Query, type SortBy } from '../core/runs.ts';
import type { SourceReader } from './blocks.ts';
import { NO_GROUP, shownLabel, type Columns } from './columns.ts';
import { createMatcher } from './filter.ts';
import { confidenceOf, probabilityOf } from './held.ts';
import { createPauses } from './pauses.ts';
import { sortByNumber } from './radix.ts';
import { rankGroups, rankTexts } from './ranks.ts';
import { createSearch } from './search.ts';

/**
 * The rows that match, sorted. Equal ones stay in file order, and those without what is sorted by come last, in both directions.
 *
 * @param scan reads the texts: only for a search or a sort by text
 * @throws signal.reason (as a rejection) once aborted
 */
export async function queryRows(
  columns: Columns,
  scan: SourceReader,
  { filter, sort }: Query,
  signal: AbortSignal,
): Promise<Uint32Array<ArrayBuffer>> {
  const search = filter.search === undefined ? undefined : createSearch(filter.search);
  let rows = matchingRows(columns, createMatcher(filter, columns));
  if (search) rows = await searchRows(columns, scan, rows, search, signal);
  if (sort.by === 'row') return sort.descending ? rows.reverse() : rows;
  const values =
    sort.by === 'text'
      ? await rankTexts(columns, scan, rows, signal)
      : numbersOf(rows, numberOf(columns, sort.by));
  return sortByNumber(rows, values, sort.descending);
}

/** Float64Array.from with a function takes fifteen times as long. */
function numbersOf(rows: Uint32Array, numberOf: (row: number) => number): Float64Array {
  const numbers = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) numbers[i] = numberOf(rows[i]!);
  return numbers;
}

function matchingRows({ rows }: Columns, matches: (row: number) => boolean) {
  const found = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) if (matches(row)) found[count++] = row;
  return found.slice(0, count);
}

async function searchRows(
  columns: Columns,
  scan: SourceReader,
  rows: Uint32Array,
  matches: (text: string) => boolean,
  signal: AbortSignal,
): Promise<Uint32Array<ArrayBuffer>> {
  const found = new Uint32Array(rows.length);
  const pause = createPauses(signal);
  let count = 0;
  let block = -1;
  let texts: readonly string[] = [];
  for (const row of rows) {
    if (Math.floor(row / BLOCK_ROWS) !== block) {
      await pause();
      block = Math.floor(row / BLOCK_ROWS);
      ({ texts } = await scan(columns.run.id, block));
    }
    if (matches(texts[row % BLOCK_ROWS]!)) found[count++] = row;
  }
  return found.slice(0, count);
}

/** @returns what a row is sorted by, NaN where it has none */
function numberOf(columns: Columns, by: Exclude<SortBy, 'row' | 'text'>): (row: number) => number {
  const { label, labels, date, group } = columns;
  switch (by) {
    case 'label':
      return (row) => {
        const shown = shownLabel(columns, row);
        return shown === NO_LABEL ? NaN : shown;
      };
    case 'confidence':
      return (row) => confidenceOf(columns, row);
    case 'positive':
    case 'negative': {
      const index = labels.indexOf(by);
      return (row) => probabilityOf(columns, row, index);
    }
    case 'date':
      return (row) => date[row]!;
    case 'tokens':
      return (row) => (label[row] === NO_LABEL ? NaN : columns.tokens[row]!);
    case 'group': {
      const ranks = rankGroups(columns);
      return (row) => (group[row] === NO_GROUP ? NaN : ranks[group[row]!]!);
    }
  }
}
