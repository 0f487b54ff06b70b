import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { BLOCK_ROWS } from '../core/runs.ts';
import { compareRuns } from './compare.ts';
import { makeRun, type MadeRow, type MadeRun } from './made-run.ts';

const context = { report: () => undefined, signal: new AbortController().signal };
const GOOD: [number, number, number] = [0.1, 0.2, 0.7];
const BAD: [number, number, number] = [0.6, 0.2, 0.2];

function compare(a: MadeRun, b: MadeRun) {
  const read: MadeRun['read'] = (run, block) => (run === 'a' ? a : b).read(run, block);
  return compareRuns(a.columns, b.columns, read, context);
}
const run = (name: string, rows: readonly MadeRow[], id?: number) =>
  makeRun(rows, id === undefined ? [] : ['id'], id === undefined ? {} : { id }, name);

it('matches by row where the texts are the same, and counts who was right', async () => {
  const given = { given: 'positive' } as const;
  const a = [
    { ...given, probabilities: GOOD },
    { ...given, probabilities: BAD },
    { ...given, probabilities: GOOD },
  ];
  const b = [{ ...given, probabilities: GOOD }, { ...given, probabilities: GOOD }, {}];
  const found = await compare(
    run(
      'a',
      a.map((row) => ({ text: 'tea', ...row })),
    ),
    run(
      'b',
      b.map((row) => ({ text: 'tea', ...row })),
    ),
  );
  expect(found).toMatchObject({ by: 'row', matched: 3, onlyA: 0, onlyB: 0 });
  expect(found.flips).toEqual([
    [0, 0, 1],
    [0, 0, 0],
    [0, 0, 1],
  ]);
  expect(found.correct).toEqual({ both: 1, onlyA: 0, onlyB: 1, neither: 0, p: 1 });
  expect(found.rows).toHaveLength(1);
  expect(found.rows[0]).toMatchObject({
    rowA: 1,
    rowB: 1,
    text: 'tea',
    from: 'negative',
    to: 'positive',
  });
  expect(found.rows[0]!.moved).toBeCloseTo(0.5);
  expect(found.shares.b.positive!.share).toBe(1);
});

it('matches by id where every row has its own', async () => {
  const a = run(
    'a',
    [
      { text: 'x', cells: [7] },
      { text: 'y', cells: ['8'] },
      { text: 'z', cells: ['9'] },
    ],
    1,
  );
  const b = run(
    'b',
    [
      { text: 'new', cells: ['1'] },
      { text: 'y', cells: [8] },
      { text: 'x', cells: ['7'] },
    ],
    1,
  );
  expect(await compare(a, b)).toMatchObject({
    by: 'id',
    matched: 2,
    onlyA: 1,
    onlyB: 1,
    correct: undefined,
  });
});

it.each([
  ['a row lacks its id', null, '2'],
  ['two rows share an id', '2', '2'],
  ['the same ids stand for other texts', '2', '1'],
])('matches by text where %s', async (_, first, second) => {
  const a = run(
    'a',
    [
      { text: 'x', cells: ['1'] },
      { text: 'y', cells: ['2'] },
      { text: 'y', cells: ['3'] },
    ],
    1,
  );
  const b = run(
    'b',
    [
      { text: 'x', cells: [first] },
      { text: 'y', cells: [second] },
    ],
    1,
  );
  expect(await compare(a, b)).toMatchObject({ by: 'text', matched: 2, onlyA: 1, onlyB: 0 });
});

it('counts as looking up every text in a list would, and shows the 200 rows that moved most', async () => {
  const p = fc.constantFrom(GOOD, BAD, undefined);
  const row = fc
    .tuple(
      fc.constantFrom('a', 'b', 'c', 'd'),
      p,
      fc.constantFrom('positive', 'neutral', undefined),
    )
    .map(([text, probabilities, given]): MadeRow => ({
      text,
      ...(probabilities && { probabilities }),
      ...(given && { given: given }),
    }));
  const rows = fc.array(row, { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(rows, rows, async (a, b) => {
      const left = [...b];
      const pairs = a.flatMap((row) => {
        const place = left.findIndex(({ text }) => text === row.text);
        return place < 0 ? [] : [[row, ...left.splice(place, 1)] as const];
      });
      const found = await compare(run('a', a), run('b', b));
      expect(found.matched).toBe(pairs.length);
      const both = pairs.filter(([x, y]) => x.probabilities && y!.probabilities);
      expect(found.flips.flat().reduce((sum, n) => sum + n)).toBe(both.length);
      expect(found.rows).toHaveLength(
        both.filter(([x, y]) => x.probabilities !== y!.probabilities).length,
      );
      const judged = both.filter(
        ([x, y]) => (x.given ?? y!.given) && (!x.given || !y!.given || x.given === y!.given),
      );
      const { correct } = found;
      const total = correct ? correct.both + correct.onlyA + correct.onlyB + correct.neither : 0;
      expect(total).toBe(judged.length);
    }),
  );

  const many = (shift: number) =>
    Array.from({ length: BLOCK_ROWS + 300 }, (_, i): MadeRow => {
      const positive = shift ? 0.5 + i / 10_000 : 0.2;
      return { text: `t${i}`, probabilities: [shift ? 0 : 0.8, 0, positive] };
    });
  const found = await compare(run('a', many(0)), run('b', many(1)));
  expect(found.rows).toHaveLength(200);
  expect(found.rows[0]).toMatchObject({ rowA: BLOCK_ROWS + 299, text: `t${BLOCK_ROWS + 299}` });
});
