import { defuse } from '../../core/defuse.ts';

/** One column of the numbers behind a chart: as it is shown, and as it is saved. */
export interface Column<T> {
  name: string;
  /** Of its numbers, for the file; on the page each number has its own. */
  unit?: string;
  value: (row: T) => string | number | undefined;
  /** How a number is shown; the file gets it whole. */
  show?: (value: number, row: T) => string;
}

/** A chart's numbers. */
export interface FigureTable<T> {
  columns: readonly Column<T>[];
  rows: readonly T[];
}

/** What stands in a cell of the page; nothing known is a dash. */
export function shown<T>({ value, show }: Column<T>, row: T): string {
  const cell = value(row);
  if (cell === undefined || Number.isNaN(cell)) return '–';
  return typeof cell === 'number' && show ? show(cell, row) : String(cell);
}

const quoted = (text: string) =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** CSV after RFC 4180, numbers unrounded; it begins with a byte order mark, for Excel. Formulas are defused (core/defuse). */
export function csvOf<T>({ columns, rows }: FigureTable<T>): string {
  const cellText = (cell: string | number | undefined) =>
    typeof cell === 'string' ? quoted(defuse(cell)) : cell === undefined ? '' : String(cell);
  const lines = [
    columns.map(({ name, unit }) => quoted(unit ? `${name} (${unit})` : name)),
    ...rows.map((row) => columns.map(({ value }) => cellText(value(row)))),
  ];
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
}
