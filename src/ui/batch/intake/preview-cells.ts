import type { Cell } from '../../../core/intake.ts';
import { startOf } from '../../../core/segments.ts';

/** Cells drawn at once: more would take over 50 ms on a slow machine. */
const MOST_CELLS = 600;
const MOST_DRAWN_COLUMNS = 30;
const FEWEST_ROWS = 8;
const MOST_LETTERS = 300;

/**
 * What of the first rows is drawn.
 *
 * @param wanted columns that are drawn wherever they stand, such as the text
 * @returns indices of columns, those wanted from far right first, and the number of rows
 */
export function drawnPart(
  columns: number,
  rows: number,
  wanted: readonly number[],
): { columns: number[]; rows: number } {
  const near = Math.min(columns, MOST_DRAWN_COLUMNS);
  const far = wanted.filter((index) => index >= near && index < columns);
  const drawn = [...new Set(far), ...Array.from({ length: near }, (_, i) => i)];
  const fitting = Math.max(FEWEST_ROWS, Math.floor(MOST_CELLS / Math.max(1, drawn.length)));
  return { columns: drawn, rows: Math.min(rows, fitting) };
}

export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  return text.length > MOST_LETTERS ? `${startOf(text, MOST_LETTERS)}…` : text;
}
