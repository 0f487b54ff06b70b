import Papa from 'papaparse';
import { MOST_CELL_LETTERS } from '../core/intake.ts';
import { countOf, withoutCr, type Dialect } from './dialect.ts';
import type { Piece, Trouble } from './piece.ts';

const NEVER_CLOSED: Trouble = { kind: 'broken-quote', detail: 'a quote is opened and not closed' };

/**
 * Reads the lines that a broken quote would have swallowed, quotes taken literally.
 *
 * Between the quote and `until` no quote closes a cell, so no cell there can be quoted, except those made of doubled quotes
 * alone. Reading them all at once keeps a file with such a quote in every line from being searched through for each.
 *
 * @param text     from the start of the record
 * @param opening  where the broken quote stands
 * @param until    how far no closing quote was found; the line it is in is left to the caller, unless the text ends there
 * @param line     of the file, where the record starts
 * @returns the records, where to go on, and the lines passed; undefined where the very line of the quote is longer
 */
export function readPastQuote(
  text: string,
  opening: number,
  until: number,
  line: number,
  { delimiter, quote, newline }: Dialect,
): { pieces: Piece[]; next: number; lines: number } | undefined {
  const lineEnd = (from: number) => {
    const end = text.indexOf(newline, from);
    return end < 0 ? text.length : end;
  };
  const last = until >= text.length;
  let end = lineEnd(opening);
  if (end >= until && !(last && end === text.length && end - opening <= MOST_CELL_LETTERS))
    if (end === text.length || end - opening > MOST_CELL_LETTERS) return undefined;

  const before =
    opening > 0 ? firstRow(text.slice(0, opening), { delimiter, quote, newline }) : [''];
  const cells = [...before.slice(0, -1), ...withoutCr(text.slice(opening, end)).split(delimiter)];
  const pieces: Piece[] = [checked(cells, line, true)];
  let lines = countOf(text.slice(0, end), newline) + 1;
  let next = Math.min(end + 1, text.length);

  while (next < text.length) {
    end = lineEnd(next);
    if (end >= until && !last) break;
    const raw = withoutCr(text.slice(next, end));
    if (raw.trim() !== '' || raw.includes(delimiter)) {
      const literal = raw.split(delimiter);
      const isBroken = literal.some(
        (cell) => cell.startsWith(quote) && unquoted(cell, quote) === cell,
      );
      pieces.push(
        checked(
          literal.map((cell) => unquoted(cell, quote)),
          line + lines,
          isBroken,
        ),
      );
    }
    lines += 1;
    next = Math.min(end + 1, text.length);
  }
  return { pieces, next, lines };
}

function checked(cells: string[], line: number, isBroken: boolean): Piece {
  const long = cells.findIndex((cell) => cell.length > MOST_CELL_LETTERS);
  if (long < 0) return { value: cells, line, ...(isBroken && { troubles: [NEVER_CLOSED] }) };
  const detail = `cell ${long + 1}: ${cells[long]!.length} characters`;
  return { skipped: true, line, troubles: [{ kind: 'long-cell', detail }] };
}

/** A cell that is properly quoted by itself, without its quotes; any other as it is. */
function unquoted(cell: string, quote: string): string {
  if (cell.length < 2 || !cell.startsWith(quote) || !cell.endsWith(quote)) return cell;
  const inner = cell.slice(1, -1);
  const single = inner.replaceAll(quote + quote, '');
  return single.includes(quote) ? cell : inner.replaceAll(quote + quote, quote);
}

function firstRow(text: string, { delimiter, quote, newline }: Dialect): string[] {
  return Papa.parse<string[]>(text, { delimiter, newline, quoteChar: quote }).data[0]!;
}

/** @returns the index of the cell that starts at `at` in its record */
export function cellAt(raw: string, at: number, dialect: Dialect): number {
  return at === 0 ? 0 : firstRow(raw.slice(0, at), dialect).length - 1;
}

/**
 * Where a quoted cell starts in its record.
 *
 * @param index of the cell in `row`
 * @returns the position of its opening quote; 0 where the cells before are not written as expected
 */
export function openingOf(
  raw: string,
  row: readonly string[],
  index: number,
  dialect: Dialect,
): number {
  const { delimiter, quote } = dialect;
  let at = 0;
  for (const cell of row.slice(0, index)) {
    if (raw[at] === quote) at += 2 + countOf(cell, quote);
    at = raw.indexOf(delimiter, at + cell.length) + 1;
  }
  return raw[at] === quote && cellAt(raw, at, dialect) === index ? at : 0;
}
