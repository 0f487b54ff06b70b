import type { Cell } from '../core/intake.ts';
import { textOf } from './cells.ts';
import { readDate } from './dates.ts';

const NAMES =
  /^(text|texts|review|reviews|review[ _]?text|body|comment|comments|content|message|sentence|feedback|opinion|tweet|description|summary|title|label|labels|sentiment|rating|ratings|stars?|score|polarity|class|target|id|review[ _]?id|uuid|key|nr|no|index|name|user|author|date|time|timestamp|created([ _]?at)?|category|product|group|type|source|brand|country|language|lang|url|asin)$/i;

const isNumber = (cell: string) => /^[+-]?\d+([.,]\d+)?%?$/.test(cell);
const share = (cells: readonly string[], is: (cell: string) => boolean) =>
  cells.length === 0 ? 0 : cells.filter(is).length / cells.length;

/**
 * Whether the first row holds names. Each column votes by how its first cell differs from the rest: names are short texts
 * over numbers, dates, long texts or a few values that come again; data are like what follows.
 */
export function hasHeader(rows: readonly (readonly Cell[])[]): boolean {
  const head = (rows[0] ?? []).map((cell) => textOf(cell).trim());
  const named = head.filter((cell) => cell !== '');
  if (named.length === 0 || new Set(named).size < named.length / 2) return false;
  const rest = rows.slice(1);
  const votes = head.map((cell, i) =>
    vote(
      cell,
      rest.map((row) => textOf(row[i]).trim()),
    ),
  );
  return votes.reduce((sum, value) => sum + value, 0) > 0;
}

function vote(head: string, column: readonly string[]): number {
  if (head === '') return 0;
  if (isNumber(head) || !Number.isNaN(readDate(head))) return -3;
  const filled = column.filter((cell) => cell !== '');
  let votes = NAMES.test(head) ? 2 : 0;
  if (head.length > 60) votes -= 3;
  if (/[.!?]$/.test(head)) votes -= 2;
  if (filled.length === 0) return votes;
  if (share(filled, isNumber) >= 0.8) votes += 2;
  else if (share(filled, (cell) => !Number.isNaN(readDate(cell))) >= 0.8) votes += 2;
  const mean = filled.reduce((sum, cell) => sum + cell.length, 0) / filled.length;
  if (head.length <= 30 && mean > 4 * head.length) votes += 1;
  const distinct = new Set(filled.map((cell) => cell.toLowerCase()));
  if (filled.length >= 5 && distinct.size <= 0.3 * filled.length)
    votes += distinct.has(head.toLowerCase()) ? -3 : 1;
  return votes;
}
