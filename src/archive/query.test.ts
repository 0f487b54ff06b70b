import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLAGS, UNLABELLED, type Filter, type Flag, type Query, type Row } from '../core/runs.ts';
import { LABELS } from '../core/sentiment.ts';

import { makeRun, type MadeRow } from './made-run.ts';
import { queryRows } from './query.ts';
import { readRows } from './rows.ts';

const label = fc.constantFrom(...LABELS);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const eighth = fc.integer({ min: 0, max: 8 }).map((n) => n / 8);
const words = ['soup', 'Soup', 'café', 'CAFE', 'cold', 'soup cold', 'é', 'naïve  soup', ''];

const triple = fc
  .tuple(fc.nat(4), fc.nat(4), fc.nat(4))
  .filter(([a, b, c]) => a + b + c > 0)
  .map(([a, b, c]): [number, number, number] => {
    const sum = a + b + c;
    return [a / sum, b / sum, c / sum];
  });

/** fast-check gives records whose undefined fields are there; ours leave them out. */
const compact = <T extends object>(record: T) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const row = fc
  .record({
    text: fc.constantFrom(...words),
    probabilities: maybe(triple),
    corrected: maybe(label),
    given: maybe(label),
    group: maybe(fc.constantFrom('A', 'b', 'a 10', 'a 2')),
    date: maybe(fc.constantFrom(-5, 0, 3, 1e12, 1.5e12)),
    flags: fc.nat(31),
  })
  .map(compact) as fc.Arbitrary<MadeRow>;

const range = fc.tuple(eighth, eighth).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const filter = fc
  .record({
    labels: maybe(fc.uniqueArray(fc.constantFrom(...LABELS, UNLABELLED))),
    predicted: maybe(label),
    given: maybe(label),
    agreement: maybe(fc.constantFrom('agrees' as const, 'disagrees' as const)),
    confidence: maybe(range),
    positive: maybe(range),
    groups: maybe(fc.uniqueArray(fc.constantFrom('A', 'b', 'a 2', 'not there'))),
    dates: maybe(fc.constantFrom([-5, 1] as const, [0, 1e12] as const)),
    flags: maybe(fc.uniqueArray(fc.constantFrom(...(Object.keys(FLAGS) as Flag[])))),
    corrected: maybe(fc.boolean()),
    search: maybe(fc.constantFrom('', 'SOUP', 'cafe', '"soup cold"', 'cold soup', '"naive soup"')),
  })
  .map(compact) as fc.Arbitrary<Filter>;

const sort = fc.record({
  by: fc.constantFrom(
    ...(['row', 'text', 'label', 'confidence', 'positive', 'negative', 'date', 'group'] as const),
    'tokens' as const,
  ),
  descending: fc.boolean(),
});

const shownOf = (row: Row) => row.corrected ?? row.label;
const topOf = ({ probabilities }: Row) => (probabilities ? Math.max(...probabilities) : NaN);
const plain = (text: string) =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ');

/** The filter as its type describes it, over whole rows. */
function matches(row: Row, filter: Filter): boolean {
  const { labels, predicted, given, agreement, confidence, positive, groups, dates } = filter;
  const parts: Record<string, string[]> = {
    SOUP: ['soup'],
    cafe: ['cafe'],
    '"soup cold"': ['soup cold'],
    'cold soup': ['cold', 'soup'],
    '"naive soup"': ['naive soup'],
  };
  const both = row.label !== undefined && row.given !== undefined;
  const p = row.probabilities?.[2] ?? NaN;
  return [
    !labels?.length || labels.includes(shownOf(row) ?? UNLABELLED),
    !predicted || row.label === predicted,
    !given || row.given === given,
    !agreement || (both && (row.label === row.given) === (agreement === 'agrees')),
    !confidence || (topOf(row) >= confidence[0] && topOf(row) <= confidence[1]),
    !positive || (p >= positive[0] && (p < positive[1] || (positive[1] === 1 && p === 1))),
    !groups?.length || (row.group !== undefined && groups.includes(row.group)),
    !dates || (row.date !== undefined && row.date >= dates[0] && row.date < dates[1]),
    !filter.flags?.length || filter.flags.some((flag) => row.flags.includes(flag)),
    filter.corrected === undefined || (row.corrected !== undefined) === filter.corrected,
    (parts[filter.search ?? ''] ?? []).every((part) => plain(row.text).includes(part)),
  ].every(Boolean);
}

function slowQuery(rows: readonly Row[], { filter, sort }: Query): number[] {
  const sign = sort.descending ? -1 : 1;
  const numeric = new Intl.Collator(undefined, { numeric: true });
  const keyOf = (row: Row): string | number | undefined => {
    switch (sort.by) {
      case 'row':
        return row.row;
      case 'text':
        return row.flags.includes('empty') ? undefined : row.text;
      case 'label': {
        const shown = shownOf(row);
        return shown && LABELS.findIndex((label) => label === shown);
      }
      case 'confidence':
        return row.probabilities && topOf(row);
      case 'positive':
        return row.probabilities?.[2];
      case 'negative':
        return row.probabilities?.[0];
      case 'date':
        return row.date;
      case 'group':
        return row.group;
      case 'tokens':
        return row.tokens;
    }
  };
  const compare = (a: Row, b: Row) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    if (x === undefined || y === undefined)
      return Number(x === undefined) - Number(y === undefined);
    if (typeof x === 'number') return sign * (x - Number(y));
    return sign * (sort.by === 'group' ? numeric : new Intl.Collator()).compare(x, String(y));
  };
  return rows
    .filter((row) => matches(row, filter))
    .sort(compare)
    .map(({ row }) => row);
}

const never = new AbortController().signal;

describe('a query', () => {
  it('finds and sorts what a plain filter and sort of whole rows would', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 40 }),
        filter,
        sort,
        async (made, filter, sort) => {
          const { columns, read } = makeRun(made, ['group'], { group: 1 });
          const rows = await readRows(columns, { read }, [...made.keys()]);
          const found = await queryRows(columns, read, { filter, sort }, never);
          expect([...found]).toEqual(slowQuery(rows, { filter, sort }));
        },
      ),
      { numRuns: 600 },
    );
  });

  it('sorts many texts, over several blocks, as a plain sort does', async () => {
    const letters = 'abcdéfgh'.split('');
    const made = Array.from({ length: 20_000 }, (_, i): MadeRow => {
      const at = (i * 7919) % 4096;
      return { text: letters[at % 8]! + letters[(at >> 3) % 8]! + letters[(at >> 6) % 8]! };
    });
    const { columns, read } = makeRun(made);
    const { compare } = new Intl.Collator();
    for (const descending of [false, true]) {
      const query: Query = { filter: {}, sort: { by: 'text', descending } };
      const expected = [...made.keys()].sort(
        (a, b) => (descending ? -1 : 1) * compare(made[a]!.text, made[b]!.text),
      );
      expect([...(await queryRows(columns, read, query, never))]).toEqual(expected);
    }
  });

  it('reads only blocks with a row that passes the rest of the filter', async () => {
    const made = Array.from({ length: 5000 }, (_, i): MadeRow => ({
      text: 'soup',
      ...(i === 4500 && { given: 'positive' as const }),
    }));
    const { columns, read } = makeRun(made);
    const blocks: number[] = [];
    const found = await queryRows(
      columns,
      (run, block) => (blocks.push(block), read(run, block)),
      { filter: { given: 'positive', search: 'soup' }, sort: { by: 'row', descending: false } },
      never,
    );
    expect({ found: [...found], blocks }).toEqual({ found: [4500], blocks: [2] });
  });

  it.each([{ by: 'row' }, { by: 'text' }] as const)(
    'can be given up, sorted by $by',
    async ({ by }) => {
      const { columns, read } = makeRun(Array.from({ length: 5000 }, () => ({ text: 'soup' })));
      const given = new AbortController();
      const stop: typeof read = (run, block) => {
        if (block === 1) given.abort();
        return read(run, block);
      };
      const query: Query = { filter: { search: 'soup' }, sort: { by, descending: false } };
      await expect(queryRows(columns, stop, query, given.signal)).rejects.toThrow('aborted');
    },
  );

  it('finds a probability of 0.9 in a range that begins or ends there', async () => {
    const { columns, read } = makeRun([{ text: 'x', probabilities: [0.05, 0.05, 0.9] }]);
    for (const confidence of [[0.9, 1] as const, [0.5, 0.9] as const]) {
      const query: Query = { filter: { confidence }, sort: { by: 'row', descending: false } };
      expect(await queryRows(columns, read, query, never)).toHaveLength(1);
    }
  });
});

it('leaves rows out that are not there, and gives the others in the order asked for', async () => {
  const { columns, read } = makeRun([{ text: 'a' }, { text: 'b' }, { text: 'c' }]);
  const rows = await readRows(columns, { read }, [2, 7, -1, 0, 1.5, NaN, 2]);
  expect(rows.map(({ text }) => text)).toEqual(['c', 'a', 'c']);
});
