import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJsonArray } from './json-array.ts';
import { createJsonl } from './jsonl.ts';
import { createPlain } from './plain.ts';
import type { Parser, Piece } from './piece.ts';

const parse = (parser: Parser, ...parts: string[]): Piece[] => [
  ...parts.flatMap((part) => parser.push(part)),
  ...parser.end(),
];
const valuesOf = (pieces: Piece[]) =>
  pieces.filter(({ value }) => value !== undefined).map(({ value }) => value);
const kindsOf = (pieces: Piece[]) =>
  pieces.flatMap(({ troubles = [] }) => troubles.map(({ kind }) => kind));
const letters = (text: string) => text.split('');

const record = fc.oneof(fc.string(), fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })));
const records = fc.array(record, { maxLength: 6 });
const clone = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('createJsonArray', () => {
  it('gives back any list, written flat or indented, bare or inside an object, letter by letter', () => {
    fc.assert(
      fc.property(records, fc.constantFrom(0, 2), fc.boolean(), (list, indent, inside) => {
        const text = JSON.stringify(
          inside ? { count: list.length, note: 'a[b', list, then: [1] } : list,
          null,
          indent,
        );
        const found = parse(createJsonArray(), ...letters(text));
        expect(valuesOf(found)).toEqual(clone(list));
        expect(kindsOf(found)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves out an element that is not JSON and reads the others', () => {
    const found = parse(createJsonArray(), '[{"a":1},\n{"a":oops},\n{"a":3}, 4, null, [5]]');
    expect(valuesOf(found)).toEqual([{ a: 1 }, { a: 3 }]);
    expect(kindsOf(found)).toEqual(['bad-json', 'not-an-object', 'not-an-object', 'not-an-object']);
    expect(found[1]).toMatchObject({ skipped: true, line: 2 });
  });

  it('finds its way back after a text without its closing quote', () => {
    const found = parse(createJsonArray(), '[\n {"a":"one},\n {"a":"two"},\n {"a":"three"}\n]\n');
    expect(valuesOf(found)).toEqual([{ a: 'two' }, { a: 'three' }]);
    expect(kindsOf(found)).toEqual(['bad-json']);
  });

  it('says where a file ends too early', () => {
    const found = parse(createJsonArray(), '[{"a":1},{"a":');
    expect(valuesOf(found)).toEqual([{ a: 1 }]);
    expect(kindsOf(found)).toEqual(['bad-json', 'cut-off']);
    expect(found.at(-1)!.troubles![0]!.ends).toBe(true);
  });
});

describe('createJsonl', () => {
  it('gives back any list, whatever ends the lines, letter by letter', () => {
    fc.assert(
      fc.property(records, fc.constantFrom('\n', '\r\n', '\r', '\n\n'), (list, end) => {
        const text = list.map((value) => JSON.stringify(value)).join(end);
        expect(valuesOf(parse(createJsonl(), ...letters(text)))).toEqual(clone(list));
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves out a line that is not JSON and one of 50 million letters, with their places', () => {
    const parser = createJsonl();
    const found = parser.push('{"a":1}\n{"a":\n\n7\n');
    for (let i = 0; i < 50; i++) found.push(...parser.push('x'.repeat(1e6)));
    found.push(...parser.push('\n{"a":2}'), ...parser.end());
    expect(valuesOf(found)).toEqual([{ a: 1 }, { a: 2 }]);
    expect(found.map(({ line }) => line)).toEqual([1, 2, 4, 5, 6]);
    expect(kindsOf(found)).toEqual(['bad-json', 'not-an-object', 'long-line']);
  });
});

describe('createPlain', () => {
  const text = 'one\r\ntwo\n\n \nthree\rfour';

  it('takes each line that is not blank for a text', () => {
    expect(valuesOf(parse(createPlain('line'), ...letters(text)))).toEqual([
      'one',
      'two',
      'three',
      'four',
    ]);
  });

  it('takes lines without a blank one between them for a text', () => {
    const found = parse(createPlain('paragraph'), ...letters(text));
    expect(valuesOf(found)).toEqual(['one\ntwo', 'three\nfour']);
    expect(found.map(({ line }) => line)).toEqual([1, 5]);
  });
});
