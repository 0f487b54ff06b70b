import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { FLAGS } from '../core/runs.ts';
import { LABELS, topLabel } from '../core/sentiment.ts';
import { makeRun, type MadeRow } from './made-run.ts';
import { summarise } from './summary.ts';

const label = fc.constantFrom(...LABELS);
const probabilities = fc
  .tuple(
    ...([1, 1, 1].map(() => fc.integer({ min: 1, max: 20 })) as [
      fc.Arbitrary<number>,
      fc.Arbitrary<number>,
      fc.Arbitrary<number>,
    ]),
  )
  .map(
    ([a, b, c]) => [a, b, c].map((x) => Math.fround(x / (a + b + c))) as [number, number, number],
  );
const row: fc.Arbitrary<MadeRow> = fc.record(
  {
    text: fc.string({ maxLength: 3 }),
    probabilities,
    corrected: label,
    given: label,
    group: fc.constantFrom('tea', 'soup', 'cake'),
    date: fc
      .date({ min: new Date('2025-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
      .map(Number),
    flags: fc.constantFrom(0, FLAGS.empty, FLAGS.duplicate, FLAGS.foreign | FLAGS.uncertain),
  },
  { requiredKeys: ['text', 'flags'] },
);

const shown = ({ corrected, probabilities }: MadeRow) =>
  corrected ?? (probabilities && topLabel([...probabilities]));
const count = <T>(list: readonly T[], test: (item: T) => unknown) => list.filter(test).length;

it('agrees with going through the rows once for every number', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 60 }), async (rows) => {
      const { columns, rowsOf } = makeRun(rows, [], { group: 1, date: 2 });
      const summary = await summarise(columns, rowsOf);
      const scored = rows.filter((r) => r.probabilities);
      const labelled = rows.filter(shown);

      expect(summary).toMatchObject({
        rows: rows.length,
        scored: scored.length,
        corrected: count(rows, (r) => r.corrected),
        flags: {
          empty: count(rows, (r) => r.flags === 1),
          foreign: count(rows, (r) => r.flags === 20),
          long: 0,
        },
      });
      for (const name of LABELS)
        expect(summary.counts[name]).toBe(count(labelled, (r) => shown(r) === name));
      summary.histogram.forEach((bar, i) => {
        const last = i === 19 ? 2 : (i + 1) / 20;
        const inside = (p: number) => i / 20 <= p && p < last;
        expect(bar).toBe(count(scored, (r) => inside(r.probabilities![2]!)));
      });

      for (const { group, reviews, counts } of summary.groups?.top ?? []) {
        const members = labelled.filter((r) => r.group === group);
        expect(reviews).toBe(members.length);
        expect(counts.negative).toBe(count(members, (r) => shown(r) === 'negative'));
      }
      const points = summary.periods?.points ?? [];
      for (const { from, to, reviews, counts } of points) {
        const members = labelled.filter(({ date }) => from <= date! && date! < to);
        expect(reviews).toBe(members.length);
        expect(counts.positive).toBe(count(members, (r) => shown(r) === 'positive'));
      }
      const dated = count(labelled, (r) => r.date !== undefined);
      expect(points.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(dated);
      if (dated > 0) expect(summary.periods!.undated).toBe(labelled.length - dated);
    }),
  );
});

it('names the largest 40 groups, and says how many more there are', async () => {
  const rows = Array.from({ length: 50 }, (_, i) =>
    Array.from({ length: i + 1 }, (): MadeRow => ({
      text: 'tea',
      group: `g${i}`,
      corrected: 'positive',
    })),
  ).flat();
  const { columns, rowsOf } = makeRun(rows, [], { group: 1 });
  const { groups } = await summarise(columns, rowsOf);
  expect(groups).toMatchObject({ more: 10 });
  expect(groups!.top).toHaveLength(40);
  expect(groups!.top[0]).toMatchObject({ group: 'g49', reviews: 50, small: false });
  expect(groups!.top[39]).toMatchObject({ group: 'g10', reviews: 11, small: true });
});

it('shows the strongest and the least sure rows, no text twice', async () => {
  const rows: MadeRow[] = [
    { text: 'Bad.', probabilities: [0.9, 0.05, 0.05] },
    { text: 'bad. ', probabilities: [0.8, 0.1, 0.1] },
    { text: 'Bad.', probabilities: [0.95, 0.03, 0.02], flags: FLAGS.duplicate },
    { text: 'Awful.', probabilities: [0.99, 0.005, 0.005] },
    { text: 'Hm.', probabilities: [0.4, 0.2, 0.4] },
    { text: 'Fine.', probabilities: [0.1, 0.2, 0.7], corrected: 'neutral' },
    { text: 'Great.', probabilities: [0.1, 0.3, 0.6] },
    { text: 'Not scored.' },
  ];
  const { columns, rowsOf } = makeRun(rows);
  const { telling, uncertain } = await summarise(columns, rowsOf);
  expect(telling.negative!.map(({ row }) => row)).toEqual([3, 0, 4]);
  expect(telling.positive!.map(({ row }) => row)).toEqual([6]);
  expect(uncertain[0]!.row).toBe(4);
  expect(uncertain).toHaveLength(5);
});

it('judges the model by the given labels, whatever was corrected, and reads two classes as two', async () => {
  const rows: MadeRow[] = [
    { text: 'a', given: 'positive', probabilities: [0.3, 0.4, 0.3] },
    { text: 'b', given: 'positive', probabilities: [0.1, 0.5, 0.4], corrected: 'positive' },
    { text: 'c', given: 'negative', probabilities: [0.8, 0.1, 0.1] },
    { text: 'd', given: 'negative' },
  ];
  const { columns, rowsOf } = makeRun(rows);
  const { metrics } = await summarise(columns, rowsOf);
  expect(metrics!.reviews).toBe(3);
  expect(metrics!.accuracy.share).toBeCloseTo(1 / 3);
  expect(metrics!.confusion).toEqual([
    [1, 0, 0],
    [0, 0, 0],
    [0, 2, 0],
  ]);
  expect(metrics!.macroF1).toBeCloseTo(1 / 3);
  expect(metrics!.binary!.accuracy.share).toBeCloseTo(2 / 3); // equal ones are negative
  expect(metrics!.calibration.map(({ from, reviews }) => [from, reviews])).toEqual([
    [0.4, 1],
    [0.5, 1],
    [0.8, 1],
  ]);
});

it('has no binary reading once a neutral label is given, and no metrics without given labels', async () => {
  const three = makeRun([{ text: 'a', given: 'neutral', probabilities: [0.3, 0.4, 0.3] }]);
  expect((await summarise(three.columns, three.rowsOf)).metrics!.binary).toBeUndefined();
  const none = makeRun([{ text: 'a', probabilities: [0.3, 0.4, 0.3] }]);
  expect(await summarise(none.columns, none.rowsOf)).toMatchObject({
    metrics: undefined,
    groups: undefined,
    periods: undefined,
  });
});

it('stops when asked to', async () => {
  const { columns, rowsOf } = makeRun([{ text: 'a' }]);
  await expect(summarise(columns, rowsOf, AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  });
});
