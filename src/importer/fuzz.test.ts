import { describe, expect, it } from 'vitest';
import { createParser } from './text-source.ts';
import { createDecoder } from './decode.ts';
import { findEncoding } from './encoding.ts';
import { fromList, fromObject } from './cells.ts';
import { guessColumns } from './guess-columns.ts';
import { findTextReading } from './text-format.ts';
import { createProblems } from './problems.ts';
import { sniff } from './sniff.ts';
import type { Piece } from './piece.ts';
import { AppError } from '../core/failure.ts';
import { toCell } from './cells.ts';

/** A repeatable generator. */
function createRandom(seed: number) {
  let x = seed;
  return (below: number) => {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor(((x >>> 0) / 2 ** 32) * below);
  };
}

const rows = Array.from({ length: 5 }, (_, i) => [
  `r${i}`,
  `Text ${i}, "so so"\nor not 😀 é`,
  ['pos', 'neg'][i % 2]!,
]);
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const SEEDS: string[] = [
  [['id', 'text', 'label'], ...rows].map((row) => row.map(quoted).join(',')).join('\n'),
  rows.map(([a, , c]) => `${a};plain;${c}`).join('\r\n') + '\r\n',
  rows.map(([a, , c]) => `${a}\tsome "words" here\t${c}`).join('\n'),
  rows.map(([id, text]) => JSON.stringify({ id, text, more: { a: [1, null] } })).join('\n'),
  JSON.stringify(
    rows.map(([id, text]) => ({ id, text })),
    null,
    1,
  ),
  JSON.stringify({ n: 5, items: rows.map(([id, text]) => ({ id, text })) }),
  'One line of prose, here.\nAnother one; there.\n\nA third | with a pipe.\n',
];
/** What tears formats apart. */
const SPLINTERS = [
  '"',
  '""',
  '","',
  ',',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '{',
  '}',
  '[',
  ']',
  '\\',
  ';',
  '\t',
  '|',
  "'",
  '\uFEFF',
  '\uFFFD',
  '\ud83d',
  'null',
  '1e999',
  '__proto__',
  ' ',
];

function mutate(text: string, random: (below: number) => number): Uint8Array {
  let mutated = text;
  for (let times = 1 + random(5); times > 0; times--) {
    const at = random(mutated.length + 1);
    const length = random(4) === 0 ? random(40) : random(3);
    const part =
      random(3) === 0 ? mutated.slice(at, at + random(60)) : SPLINTERS[random(SPLINTERS.length)]!;
    mutated = mutated.slice(0, at) + part + mutated.slice(at + length);
  }
  const bytes = new TextEncoder().encode(mutated);
  for (let times = random(8) === 0 ? 1 + random(3) : 0; times > 0 && bytes.length > 0; times--)
    bytes[random(bytes.length)] = random(256);
  return bytes;
}

/** The whole path of a text file without its streams. */
function read(bytes: Uint8Array, cuts: readonly number[]) {
  sniff(bytes, 'x');
  const problems = createProblems();
  const { encoding } = findEncoding(bytes);
  const decoder = createDecoder(encoding, problems);
  const text = decoder.push(bytes) + decoder.end();
  const reading = { ...findTextReading(text, true, 'x', {}), gzip: false };
  const parser = createParser(reading, text);
  const pieces: Piece[] = [];
  const ends = [...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((a, b) => a - b);
  ends.forEach((end, i) => pieces.push(...parser.push(text.slice(ends[i - 1] ?? 0, end))));
  pieces.push(...parser.end());
  for (const piece of pieces) problems.note(piece);
  return { text, reading, pieces, problems: problems.result() };
}

/** All that the records hold, white space and the signs of the formats left out: what must not get lost. */
const substance = (text: string) => text.match(/[a-z0-9é😀]+/gu)?.join('') ?? '';

describe('the importer, on 100,000 damaged inputs', () => {
  it('neither fails nor loses a row without saying so, and reads them the same however they are cut', () => {
    const random = createRandom(4);
    let refused = 0;
    let said = 0;
    let unclear = 0;
    for (let run = 0; run < 100_000; run++) {
      const bytes = mutate(SEEDS[run % SEEDS.length]!, random);
      let whole: ReturnType<typeof read>;
      try {
        whole = read(bytes, []);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError); // binary
        refused += 1;
        continue;
      }
      const { text, reading, pieces, problems } = whole;
      if (run % 4 === 0) {
        const cuts = Array.from({ length: random(8) }, () => random(1000));
        expect(read(bytes, cuts).pieces).toEqual(pieces);
      }
      const records = pieces.filter(({ value }) => value !== undefined);
      const skipped = pieces.filter((piece) => piece.skipped);
      if (problems.total > 0) said += 1;
      expect(skipped.length).toBe(problems.skipped);
      expect(skipped.every(({ troubles }) => troubles && troubles.length > 0)).toBe(true);

      if (reading.format === 'csv') {
        // Nothing is left out of small tables: every letter is in some cell.
        const cells = records.map(({ value }) => (value as string[]).join(' ')).join(' ');
        expect(substance(cells)).toBe(substance(text));
      } else if (reading.format === 'text' || reading.format === 'jsonl') {
        const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '').length;
        if (reading.format === 'text')
          expect(substance(records.map(({ value }) => value).join('\n'))).toBe(substance(text));
        if (reading.unit !== 'paragraph') expect(records.length + skipped.length).toBe(lines);
      } else if (problems.total === 0) {
        const elements = elementsIn(text);
        if (elements === undefined) unclear += 1;
        else expect(records.length).toBe(elements);
      }
      if (run % 10 === 0) guess(records);
    }
    expect(unclear).toBeLessThan(2_000);
    expect(refused).toBeLessThan(5_000);
    expect(said).toBeGreaterThan(20_000);
  }, 600_000);
});

/** Elements of the list by JSON.parse, once commas too many are taken out; undefined where what stands before it is damaged. */
function elementsIn(text: string): number | undefined {
  const tidy = text.replace(/([[,])\s*(?:,\s*)+/g, '$1').replace(/,\s*\]/g, ']');
  try {
    const parsed = JSON.parse(tidy) as object;
    const lists = Array.isArray(parsed) ? [parsed] : Object.values(parsed).filter(Array.isArray);
    return (lists[0] as unknown[]).length;
  } catch {
    return undefined;
  }
}

function guess(records: readonly Piece[]) {
  const places = new Map([
    ['id', 0],
    ['text', 1],
    ['__proto__', 2],
  ]);
  const found = records.map(({ value }) => {
    if (Array.isArray(value)) return fromList(value, 3).cells!;
    if (typeof value === 'string') return [toCell(value), null, null];
    return fromObject(value as Record<string, unknown>, places, new Set()).cells!;
  });
  const { mapping } = guessColumns(['id', 'text', '__proto__'], found);
  expect(mapping.text).toBeLessThan(3);
}
