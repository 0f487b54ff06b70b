import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { csvOf, shown, type FigureTable } from './figure-table.ts';

interface Row {
  name: string;
  ms: number | undefined;
}
const table: FigureTable<Row> = {
  rows: [
    { name: 'a, "b"', ms: 1.23456 },
    { name: '=1+1', ms: undefined },
  ],
  columns: [
    { name: 'Name', value: ({ name }) => name },
    { name: 'Time', unit: 'ms', value: ({ ms }) => ms, show: (value) => value.toFixed(1) },
  ],
};

it('shows numbers rounded, and a dash for what is not known', () => {
  expect(table.rows.map((row) => shown(table.columns[1]!, row))).toEqual(['1.2', '–']);
});

it('saves numbers whole, with their unit in the head, and defuses formulas', () => {
  const { data } = Papa.parse<string[]>(csvOf(table).trim());
  expect(data).toEqual([
    ['Name', 'Time (ms)'],
    ['a, "b"', '1.23456'],
    ["'=1+1", ''],
  ]);
});
