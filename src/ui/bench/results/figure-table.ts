import { defuse } from '../../../core/defuse.ts';

/** One column of the numbers behind a chart: as it is shown, and as it is saved. */
export interface Column<T> {
  /** With the unit, if there is one: "p95 in ms". */
  name: string;
  value: (row: T) => string | number | undefined;
  /** How a number is shown; the file gets it whole. */
  show?: (value: number) => string;
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
  return typeof cell === 'number' && show ? show(cell) : String(cell);
}

const quoted = (text: string) =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** CSV after RFC 4180, numbers unrounded; it begins with a byte order mark, for Excel. Formulas are defused (core/defuse). */
export function csvOf<T>({ columns, rows }: FigureTable<T>): string {
  const cellText = (cell: string | number | undefined) =>
    typeof cell === 'string' ? quoted(defuse(cell)) : cell === undefined ? '' : String(cell);
  const lines = [
    columns.map(({ name }) => quoted(name)),
    ...rows.map((row) => columns.map(({ value }) => cellText(value(row)))),
  ];
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
}
