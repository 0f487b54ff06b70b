import { expect, it } from 'vitest';
import { AppError } from '../failure.ts';
import { madeResult } from './made-result.ts';
import { readResult } from './read-result.ts';

function refusal(json: string): string {
  try {
    readResult(json, 'desk 3.json');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.failure).toMatchObject({ code: 'bench-file', subject: 'desk 3.json' });
    return error.failure.detail;
  }
  return 'read';
}

it('reads back what was exported', () => {
  const result = madeResult();
  expect(readResult(JSON.stringify(result), 'a.json')).toEqual(result);
});

const { format, ...nameless } = madeResult();
const whole = { format, ...nameless };
const [firstCell, ...otherCells] = whole.cells;

it('reads rounds that the clock did not see', () => {
  const result = madeResult();
  for (const { rounds } of result.cells) for (const round of rounds) round.wallMs = 0;
  expect(readResult(JSON.stringify(result), 'a.json')).toEqual(result);
});

it('reads what is left of a run that was cancelled', () => {
  const result = madeResult({ cells: [], paintMs: [], complete: false });
  expect(readResult(JSON.stringify(result), 'a.json')).toEqual(result);
});

it.each([
  ['nothing', '', /not JSON/],
  ['half a file', JSON.stringify(whole).slice(0, 500), /not JSON/],
  ['another program’s JSON', '{"results": []}', /no benchmark result/],
  ['a list', '[]', /no benchmark result/],
  ['an older version', JSON.stringify({ ...whole, version: 0 }), /version 0.*measure again/],
  ['a newer version', JSON.stringify({ ...whole, version: 9 }), /version 9.*newer/],
  ['a missing part', JSON.stringify({ ...whole, machine: undefined }), /machine/],
  ['a number as text', JSON.stringify({ ...whole, tookMs: '3' }), /tookMs/],
  ['a negative time', JSON.stringify({ ...whole, paintMs: [1, -1] }), /paintMs\.1/],
  ['engines left out', JSON.stringify({ ...whole, engines: [] }), /engine that is missing/],
  [
    'labels left out',
    JSON.stringify({ ...whole, texts: { ...whole.texts, given: [0] } }),
    /labels are not as many/,
  ],
  [
    'a cell that is there twice',
    JSON.stringify({ ...whole, cells: [firstCell, firstCell] }),
    /twice/,
  ],
  ['no date', JSON.stringify({ ...whole, startedAt: 9e15 }), /date/],
  ['a guess that is no ratio', JSON.stringify({ ...whole, guess: 0 }), /guess/],
  [
    'a server without its rate',
    JSON.stringify({
      ...whole,
      cells: whole.cells.map((each) => ({ ...each, cell: { ...each.cell, rate: 0 } })),
    }),
    /rate/,
  ],
  [
    'a time without end',
    JSON.stringify(whole).replace('"tookMs":60000', '"tookMs":1e999'),
    /tookMs/,
  ],
  [
    'a round of nothing',
    JSON.stringify({
      ...whole,
      cells: [{ ...firstCell!, rounds: [{ round: 0, reviews: 0, wallMs: 1 }] }],
    }),
    /empty round/,
  ],
  ['brackets without end', '['.repeat(1_000_000), /not JSON/],
  ['a megabyte of something else', `"${'a'.repeat(1_000_000)}"`, /no benchmark result/],
  [
    'a text that is not there',
    JSON.stringify({
      ...whole,
      cells: [
        { ...firstCell!, samples: [{ ...firstCell!.samples[0]!, texts: [999] }] },
        ...otherCells,
      ],
    }),
    /text that is missing/,
  ],
])('refuses %s in words', (_, json, words) => {
  expect(refusal(json)).toMatch(words);
});
