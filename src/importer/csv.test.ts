import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_CELL_LETTERS } from '../core/intake.ts';
import { createCsv } from './csv.ts';
import type { Dialect } from './dialect.ts';
import { MOST_RECORD_LETTERS, type Parser, type Piece } from './piece.ts';

const COMMA: Dialect = { delimiter: ',', quote: '"', newline: '\n' };

function parse(parser: Parser, ...parts: string[]): Piece[] {
  return [...parts.flatMap((part) => parser.push(part)), ...parser.end()];
}
const rowsOf = (pieces: Piece[]) => pieces.map(({ value }) => value);
const kindsOf = (pieces: Piece[]) =>
  pieces.flatMap(({ troubles = [] }) => troubles.map(({ kind }) => kind));

/** Cuts a text at the given shares of its length. */
function cutAt(text: string, shares: readonly number[]): string[] {
  const ends = [...shares.map((share) => Math.floor(share * text.length)), text.length].sort(
    (a, b) => a - b,
  );
  return ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end));
}

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '😀', ' ', ',', ';', '\t', '|', '"', '\n', '\r', '='),
});
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });

describe('createCsv', () => {
  it('gives back any table that was written, however it is cut', () => {
    const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 8,
      }),
    );
    const delimiters = fc.constantFrom(',', ';', '\t', '|');
    const ends = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(
        table,
        delimiters,
        ends,
        shares,
        fc.boolean(),
        (rows, delimiter, end, at, closed) => {
          // A reader cannot know CR line ends of a text that holds LF, nor LF in quotes from the one after a record.
          const plain =
            end === '\r' ? rows.map((row) => row.map((c) => c.replaceAll('\n', ' '))) : rows;
          const written = plain.map((row) =>
            row.map((c) => `"${c.replaceAll('"', '""')}"`).join(delimiter),
          );
          const text = written.join(end) + (closed ? end : '');
          const newline = end === '\r' ? '\r' : '\n';
          const found = parse(createCsv({ delimiter, quote: '"', newline }), ...cutAt(text, at));
          expect(rowsOf(found)).toEqual(plain);
          expect(kindsOf(found)).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads any text the same however it is cut', () => {
    fc.assert(
      fc.property(cell, cell, cell, shares, (a, b, c, at) => {
        const text = a + '\n' + b + ',' + c;
        expect(parse(createCsv(COMMA), ...cutAt(text, at))).toEqual(parse(createCsv(COMMA), text));
      }),
      { numRuns: 5000 },
    );
  });

  it('numbers records by the line they start in, line breaks in quotes counted', () => {
    const found = parse(createCsv(COMMA), 'a,b\n\n"x\ny",1\r\nz,2\n');
    expect(found.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it('keeps quotes that stand inside a cell', () => {
    expect(rowsOf(parse(createCsv(COMMA), '5" disk,a\nsay "hi",b\n'))).toEqual([
      ['5" disk', 'a'],
      ['say "hi"', 'b'],
    ]);
  });

  it('takes a quote that is never closed literally, and goes on with the next line', () => {
    const found = parse(createCsv(COMMA), 'text,n\n"never, closed\nfine,1\n""\nlast,2');
    expect(rowsOf(found)).toEqual([
      ['text', 'n'],
      ['"never', ' closed'],
      ['fine', '1'],
      [''],
      ['last', '2'],
    ]);
    expect(kindsOf(found)).toEqual(['broken-quote']);
    expect(found[1]!.line).toBe(2);
    expect(found[4]!.line).toBe(5);
  });

  it('goes on after the line of a quote that another cell closes by accident', () => {
    const found = parse(createCsv(COMMA), 'a,b,c\n"open,1,2\nx,3,4\ny,"quoted, well",6\nz,7,8\n');
    expect(rowsOf(found)).toEqual([
      ['a', 'b', 'c'],
      ['"open', '1', '2'],
      ['x', '3', '4'],
      ['y', 'quoted, well', '6'],
      ['z', '7', '8'],
    ]);
    expect(kindsOf(found)).toEqual(['broken-quote']);
  });

  it('loses no row to an open quote in each of many thousand lines, and needs no more than one pass', () => {
    const lines = Array.from({ length: 200_000 }, (_, i) => `"row ${i},x`);
    const found = parse(createCsv(COMMA), 'a,b\n' + lines.join('\n') + '\n"end",y\n');
    expect(found).toHaveLength(200_002);
    expect(kindsOf(found)).toHaveLength(200_000);
    expect(found.at(-1)!.value).toEqual(['end', 'y']);
  });

  it('reads on after an open quote in a text too long to be held', () => {
    const parser = createCsv(COMMA);
    const line = 'a review of some length,5\n';
    const block = line.repeat(10_000);
    let found = parser.push('text,n\n"open,1\n');
    for (let i = 0; i < 30; i++) found = found.concat(parser.push(block));
    found = found.concat(parser.end());
    expect(found).toHaveLength(300_002);
    expect(kindsOf(found)).toEqual(['broken-quote']);
  });

  it('leaves out one line of 50 million letters and reads the next', () => {
    const parser = createCsv(COMMA);
    const found = [...parser.push('text,n\nfirst,1\n')];
    for (let i = 0; i < 50; i++) found.push(...parser.push('x'.repeat(1e6)));
    found.push(...parser.push(',2\nlast,3\n'), ...parser.end());
    expect(rowsOf(found)).toEqual([['text', 'n'], ['first', '1'], undefined, ['last', '3']]);
    expect(found[2]).toMatchObject({ skipped: true, line: 3, troubles: [{ kind: 'long-line' }] });
  });

  it('leaves out a row with a cell that is too long, quoted or not', () => {
    const long = 'x'.repeat(MOST_CELL_LETTERS + 1);
    expect(MOST_RECORD_LETTERS).toBeGreaterThan(long.length);
    const found = parse(createCsv(COMMA), `a,b\n${long},1\n"${long}",2\nc,3\n`);
    expect(kindsOf(found)).toEqual(['long-cell', 'long-cell']);
    expect(rowsOf(found)).toEqual([['a', 'b'], undefined, undefined, ['c', '3']]);
  });
});
