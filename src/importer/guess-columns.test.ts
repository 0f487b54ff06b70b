import { describe, expect, it } from 'vitest';
import type { Cell } from '../core/intake.ts';
import { guessColumns } from './guess-columns.ts';

const WORDS =
  'the room was clean and staff kind but breakfast came late every single morning we stayed there'.split(
    ' ',
  );
const text = (i: number, words = 12) =>
  Array.from({ length: words }, (_, k) => WORDS[(i * 7 + k * (i + 3)) % WORDS.length]).join(' ') +
  ` ${i}`;
const table = (row: (i: number) => Cell[], rows = 60) =>
  Array.from({ length: rows }, (_, i) => row(i));
const useless = (width: number) => Array.from({ length: width }, (_, i) => `Column ${i + 1}`);

const roles = (rows: Cell[][], names = useless(rows[0]!.length)) =>
  guessColumns(names, rows).columns.map(({ role }) => role);

describe('guessColumns', () => {
  const row = (i: number): Cell[] => [
    `B00${i * 37}`,
    `https://example.com/p/${i}`,
    `Headline ${text(i, 2)}`,
    text(i),
    ['1', '2', '3', '4', '5'][(i * 13) % 5]!,
    ['books', 'garden', 'kitchen tools'][i % 3]!,
    `2026-0${1 + (i % 9)}-1${i % 10}`,
    i % 2 === 0 ? 'true' : 'false',
  ];
  const expected = ['id', undefined, undefined, 'text', 'label', 'group', 'date', undefined];

  it('tells columns by their content, whatever they are called', () => {
    expect(roles(table(row))).toEqual(expected);
    const named = ['asin', 'url', 'title', 'review', 'rating', 'category', 'date', 'verified'];
    expect(roles(table(row), named)).toEqual(expected);
  });

  it('maps words, and lists the values of columns that have few', () => {
    const { mapping, values } = guessColumns(
      useless(2),
      table((i) => [text(i), ['pos', 'NEG', 'Neu'][i % 3]!]),
    );
    expect(mapping).toEqual({
      text: 0,
      label: 1,
      labels: { pos: 'positive', neg: 'negative', neu: 'neutral' },
    });
    expect(values).toEqual([undefined, ['pos', 'NEG', 'Neu']]);
  });

  it('finds no text where there is none', () => {
    expect(
      guessColumns(
        useless(2),
        table((i) => [i, i * 1.5]),
      ).mapping.text,
    ).toBe(-1);
  });

  it('takes seconds since 1970 for a date, and the amount of a sale for nothing', () => {
    expect(roles(table((i) => [text(i), 1_770_000_000 + i * 86_400, i * 1.25]))).toEqual([
      'text',
      'date',
      undefined,
    ]);
  });

  it('finds texts without spaces', () => {
    expect(roles(table((i) => [String(i), `这个产品非常好我会再次购买${i}`]))).toEqual([
      'id',
      'text',
    ]);
  });

  it('finds a text in a table of ten rows and of one', () => {
    expect(roles(table((i) => [String(i), text(i), String(1 + (i % 5))], 10))).toEqual([
      'id',
      'text',
      'label',
    ]);
    expect(guessColumns(useless(2), [['a1', 'One review, all there is.']]).mapping.text).toBe(1);
  });
});
