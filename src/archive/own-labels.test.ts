import 'fake-indexeddb/auto';
import { parquetReadObjects } from 'hyparquet';
import { afterEach, describe, expect, it } from 'vitest';
import { BLOCK_ROWS, UNLABELLED, type Query, type Run } from '../core/runs.ts';
import { LABELS } from '../core/sentiment.ts';
import type { RunsDb } from '../storage/runs-db.ts';
import { createArchive } from './answers.ts';
import { context, freshDb, newRun, predict, storeRun, type StoredRow } from './stored-run.ts';

const open: RunsDb[] = [];
afterEach(async () => {
  for (const db of open.splice(0)) await db.delete();
});

/** Names of any kind; the first ones are what columns and our own words are called. */
const named = (count: number) =>
  ['row', 'label', 'none', '__proto__', 'Ärger', '=1+1', '  ', '<b>', ...Array(50).keys()]
    .map(String)
    .slice(0, count);

const modelOf = (labels: readonly string[] | undefined): Run['model'] => {
  const { model } = newRun('x');
  return labels ? { ...model, key: `own-${labels.length} base q8`, labels } : model;
};

/** A run of these rows, scored to its end. */
async function scored(
  rows: readonly StoredRow[],
  labels: readonly string[] | undefined,
  { id = 'a', db = freshDb() } = {},
) {
  if (!open.includes(db)) open.push(db);
  await storeRun(db, id, rows, { model: modelOf(labels) });
  const archive = createArchive(db);
  const { blocks } = (await db.runs.get(id))!;
  for (let block = 0; block < blocks; block++) {
    const { texts } = await archive.todo({ run: id, block }, context());
    const answer = predict(texts, (labels ?? LABELS).length);
    await archive.keep({ run: id, block, texts, ...answer }, context());
  }
  return { db, archive };
}

const topOf = (row: ArrayLike<number>) => Array.from(row).indexOf(Math.max(...Array.from(row)));
const ask = (filter: Query['filter'], by: Query['sort']['by'] = 'row'): Query => ({
  filter,
  sort: { by, descending: by === 'confidence' },
});

describe.each([2, 4, 50])('a run of %i labels', (count) => {
  const labels = named(count);
  const rows = Array.from({ length: BLOCK_ROWS + 60 }, (_, i): StoredRow => ({
    text: `text ${i % 400}`,
    given: labels[i % count]!,
    group: ['tea', 'soup'][i % 2]!,
  }));
  const said = rows.map(({ text }) => [...predict([text], count).probabilities]);
  const all = Array.from(rows.keys());

  it('gives every row back with all its probabilities, from another session too', async () => {
    const { db } = await scored(rows, labels);
    const found = await createArchive(db).rows({ run: 'a', rows: all }, context());
    found.forEach((row, i) => {
      expect(row.probabilities).toEqual(said[i]);
      expect(row.label).toBe(labels[topOf(said[i]!)]);
      expect(row.confidence).toBe(Math.max(...said[i]!));
      expect(row.given).toBe(labels[i % count]);
    });
  });

  it('filters and sorts by them, and holds no notion of positive', async () => {
    const { archive } = await scored(rows, labels);
    const find = async (query: Query) =>
      Array.from(await archive.query({ run: 'a', query }, context()));
    for (const label of labels)
      expect(await find(ask({ labels: [label] }))).toEqual(
        all.filter((i) => labels[topOf(said[i]!)] === label),
      );
    expect(await find(ask({ labels: [UNLABELLED] }))).toEqual([]);
    expect(await find(ask({ labels: ['neutral'] }))).toEqual([]);
    expect(await find(ask({ positive: [0, 1] }))).toEqual([]);
    const bySureness = (await find(ask({}, 'confidence'))).map((i) => Math.max(...said[i]!));
    expect(bySureness).toEqual(bySureness.toSorted((a, b) => b - a));
    const both = { given: labels[0]!, predicted: labels[1]! };
    expect(await find(ask(both))).toEqual(
      all.filter((i) => i % count === 0 && topOf(said[i]!) === 1),
    );
  });

  it('sums them up: shares, groups, metrics, the surest and the least sure', async () => {
    const { archive } = await scored(rows, labels);
    const summary = await archive.summary('a', context());
    labels.forEach((label, k) => {
      const mine = all.filter((i) => topOf(said[i]!) === k);
      expect(summary.counts[label]).toBe(mine.length);
      expect(summary.shares[label]!.share).toBeCloseTo(mine.length / rows.length);
      const inSoup = summary.groups!.top.find(({ group }) => group === 'soup')!;
      expect(inSoup.counts[label]).toBe(mine.filter((i) => i % 2 === 1).length);
    });
    const right = all.filter((i) => topOf(said[i]!) === i % count).length;
    expect(summary.metrics).toMatchObject({ reviews: rows.length, binary: undefined });
    expect(summary.metrics!.accuracy.share).toBeCloseTo(right / rows.length);
    expect(summary.metrics!.confusion).toHaveLength(count);
    expect(summary.histogram.reduce((sum, n) => sum + n)).toBe(rows.length);
    expect(Object.keys(summary.telling)).toHaveLength(Math.min(count, 5));
    for (const [label, told] of Object.entries(summary.telling)) {
      expect(told.every((row) => row.label === label)).toBe(true);
      const surest = Math.max(
        ...all.filter((i) => labels[topOf(said[i]!)] === label).map((i) => Math.max(...said[i]!)),
      );
      if (told.length > 0) expect(told[0]!.confidence).toBe(surest);
    }
    const margin = (row: readonly number[]) => {
      const [first, second] = row.toSorted((a, b) => b - a);
      return first! - second!;
    };
    expect(margin(said[summary.uncertain[0]!.row]!)).toBeCloseTo(Math.min(...said.map(margin)), 6);
  });

  it('exports a column for each, under names of their own', async () => {
    const { archive } = await scored(rows, labels);
    const order = { run: 'a', format: 'parquet', filter: undefined } as const;
    const { blob } = await archive.export(order, context());
    const back = await parquetReadObjects({ file: await blob!.arrayBuffer() });
    const names = Object.keys(back[0]!).filter((name) => name.startsWith('sentiscope_p_'));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(count);
    back.forEach((row, i) => {
      expect(names.map((name) => row[name] as number)).toEqual(said[i]);
      expect(row['sentiscope_label']).toBe(labels[topOf(said[i]!)]);
      expect(row['sentiscope_row']).toBe(i + 1);
    });
  });

  it('is corrected by hand with its own labels, and with no others', async () => {
    const { db, archive } = await scored(rows.slice(0, 20), labels);
    const label = labels.find((one) => one !== labels[topOf(said[3]!)])!;
    await archive.correct({ run: 'a', row: 3, label }, context());
    const foreign = archive.correct({ run: 'a', row: 4, label: 'positive' }, context());
    await expect(foreign).rejects.toMatchObject({ failure: { code: 'bad-input' } });
    const [row] = await createArchive(db).rows({ run: 'a', rows: [3] }, context());
    expect(row).toMatchObject({ corrected: label, label: labels[topOf(said[3]!)] });
  });

  it('takes from the cache what this model said of a text, and nothing of another', async () => {
    const { db, archive } = await scored(rows, labels);
    await storeRun(db, 'b', rows, { model: modelOf(labels) });
    expect((await archive.todo({ run: 'b', block: 0 }, context())).texts).toEqual([]);
    const [row] = await archive.rows({ run: 'b', rows: [7] }, context());
    expect(row!.probabilities).toEqual(said[7]);
    await storeRun(db, 'c', rows, { model: modelOf(undefined) });
    expect((await archive.todo({ run: 'c', block: 0 }, context())).texts).toHaveLength(400);
  });

  it('refuses rows of another width', async () => {
    const { archive, db } = await scored(rows.slice(0, 1), labels);
    await storeRun(db, 'b', [{ text: 'new' }], { model: modelOf(labels) });
    const kept = { run: 'b', block: 0, texts: ['new'], ...predict(['new'], count + 1) };
    await expect(archive.keep(kept, context())).rejects.toMatchObject({
      failure: { code: 'bad-input' },
    });
  });
});

it('finds the terms of one label against all others', async () => {
  const labels = ['late', 'broken', 'other'];
  const rows = Array.from({ length: 90 }, (_, i) => ({
    text: `${i % 3 === 1 ? 'smashed' : 'punctual'} again ${i}`,
  }));
  const { archive } = await scored(rows, labels);
  for (const i of rows.keys())
    await archive.correct({ run: 'a', row: i, label: labels[i % 3]! }, context());
  const terms = await archive.terms({ run: 'a', label: 'broken' }, context());
  expect(terms).toMatchObject({ label: 'broken', reviews: 90 });
  expect(terms.positive.map(({ term }) => term)).toContain('smashed');
  expect(terms.negative.map(({ term }) => term)).toContain('punctual');
  const unknown = archive.terms({ run: 'a', label: 'positive' }, context());
  await expect(unknown).rejects.toMatchObject({ failure: { code: 'bad-input' } });
});

it('compares two runs of the same labels, in whatever order, and no others', async () => {
  const rows = Array.from({ length: 50 }, (_, i) => ({ text: `text ${i}`, given: 'b' }));
  const { db, archive } = await scored(rows, ['a', 'b', 'c', 'd']);
  await scored(rows, ['d', 'c', 'b', 'a'], { id: 'b', db });
  await scored(rows, ['a', 'b', 'c', 'e'], { id: 'c', db });
  const compared = await archive.compare({ a: 'a', b: 'b' }, context());
  // The same answers by position: a is now called d, b is called c.
  expect(compared.shares.b['d']).toEqual(compared.shares.a['a']);
  const labelled = compared.flips.flat().reduce((sum, n) => sum + n);
  expect(labelled).toBe(50);
  compared.flips.forEach((row, from) =>
    row.forEach((n, to) => expect(n > 0 ? to : 3 - from).toBe(3 - from)),
  );
  const { rows: moved, correct } = compared;
  expect(moved).toHaveLength(50);
  expect(moved.map((row) => row.moved)).toEqual(
    moved.map((row) => row.moved).toSorted((x, y) => y - x),
  );
  expect(correct!.both).toBe(0);
  await expect(archive.compare({ a: 'a', b: 'c' }, context())).rejects.toMatchObject({
    failure: { code: 'bad-input' },
  });
});

it('takes a model of the user’s own that tells sentiment for one, in its own order', async () => {
  const labels = ['positive', 'negative', 'neutral'];
  const rows = Array.from({ length: 40 }, (_, i) => ({
    text: `text ${i}`,
    given: i % 2 ? 'positive' : 'negative',
  }));
  const { archive } = await scored(rows, labels);
  const found = await archive.rows({ run: 'a', rows: Array.from(rows.keys()) }, context());
  const positive = await archive.query(
    { run: 'a', query: { filter: {}, sort: { by: 'positive', descending: true } } },
    context(),
  );
  expect(found[positive[0]!]!.probabilities![0]).toBe(
    Math.max(...found.map(({ probabilities }) => probabilities![0]!)),
  );
  const summary = await archive.summary('a', context());
  expect(summary.metrics!.binary!.reviews).toBe(40);
  expect(Object.keys(summary.telling).sort()).toEqual(['negative', 'positive']);
});
