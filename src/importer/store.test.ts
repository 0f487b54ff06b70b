import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Inspection } from '../core/intake.ts';
import { BLOCK_ROWS, FLAGS, NO_LABEL, NO_WORK, type Run } from '../core/runs.ts';
import { RunsDb, type SourceBlock } from '../storage/runs-db.ts';
import { inspect } from './inspect.ts';
import { store } from './store.ts';
import { survey } from './survey.ts';

let db: RunsDb;
const context = { report: () => {}, signal: new AbortController().signal };

beforeEach(() => {
  db = new RunsDb('test');
});
afterEach(async () => {
  await db.delete();
});

const ROWS = 2 * BLOCK_ROWS + 100;
const lines = Array.from({ length: ROWS }, (_, i) => {
  if (i % 10 === 3) return `${i},,positive,5/1/2026`;
  if (i % 10 === 4)
    return `${i},"Das ist leider nicht sehr gut, und der Service ist auch nicht ${i} besser",?,1/31/2026`;
  if (i === 7) return `${i}`;
  return `${i}," text number ${i % 1000}, fairly long ",${i % 2 ? 'Positive' : ' neg '},5/1/2026`;
});
const file = new File(['nr,what,how,on\n' + lines.join('\n')], 'reviews');

async function prepare(): Promise<Inspection> {
  const found = await inspect({ file, reading: {} });
  const run: Partial<Run> = {
    id: 'r',
    model: {
      key: 'k',
      id: 'm',
      title: 'M',
      device: 'wasm',
      dtype: 'q8',
      uncertainBelow: 0,
    },
    rows: 0,
    blocks: 0,
    read: false,
    status: 'open',
    done: 0,
    work: NO_WORK,
  };
  await db.runs.put(run as Run); // only what store looks at
  return found;
}
const blocks = () => db.sources.orderBy('[run+block]').toArray();
const bare = (all: SourceBlock[]) => JSON.parse(JSON.stringify(all)) as unknown;

describe('store', () => {
  it('stores the rows that survey counts, in blocks, with the counts in the run', async () => {
    const { reading, mapping, columns } = await prepare();
    expect(columns.map(({ role }) => role)).toEqual(['id', 'text', 'label', 'date']);
    const counted = await survey({ file, reading, mapping }, context);
    const result = await store(db, { file, reading, mapping, run: 'r' }, context);
    expect(result).toEqual({ rows: ROWS, blocks: 3, problems: counted.problems });
    expect(counted.rows).toBe(ROWS);
    expect(await db.runs.get('r')).toMatchObject({ ...result, read: true });

    const all = await blocks();
    expect(all.map(({ texts }) => texts.length)).toEqual([BLOCK_ROWS, BLOCK_ROWS, 100]);
    const flags = all.flatMap((block) => [...block.flags]);
    const having = (flag: number) => flags.filter((bits) => bits & flag).length;
    expect(having(FLAGS.empty)).toBe(counted.empty);
    expect(having(FLAGS.duplicate)).toBe(counted.duplicates);
    expect(having(FLAGS.foreign)).toBe(counted.foreign);
    expect(counted.empty).toBe(Math.ceil((ROWS - 3) / 10) + 1);
    expect(counted.foreign).toBe(Math.ceil((ROWS - 4) / 10));
    expect(counted.labels[0]).toMatchObject({ value: 'Positive' });
  });

  it('keeps texts exactly, cells by column, labels and dates by the mapping', async () => {
    const { reading, mapping } = await prepare();
    await store(db, { file, reading, mapping, run: 'r' }, context);
    const [first] = await blocks();
    expect(first!.texts.slice(0, 4)).toEqual([
      ' text number 0, fairly long ',
      ' text number 1, fairly long ',
      ' text number 2, fairly long ',
      '',
    ]);
    expect(first!.cells.map((column) => column.length)).toEqual([
      BLOCK_ROWS,
      0,
      BLOCK_ROWS,
      BLOCK_ROWS,
    ]);
    expect([...first!.given.slice(0, 5)]).toEqual([0, 2, 0, 2, NO_LABEL]);
    expect(first!.cells[2]!.slice(0, 2)).toEqual([' neg ', 'Positive']);
    expect(first!.dates[0]).toBe(Date.UTC(2026, 4, 1));
    expect(first!.dates[4]).toBe(Date.UTC(2026, 0, 31));
    expect(first!.dates[7]).toBeNaN();
    expect(first!.flags[7]).toBe(FLAGS.empty);
  });

  it('goes on where it was broken off, with the same result', async () => {
    const { reading, mapping } = await prepare();
    const input = { file, reading, mapping, run: 'r' };
    await store(db, input, context);
    const whole = bare(await blocks());
    await db.sources.where('[run+block]').between(['r', 1], ['r', Infinity]).delete();
    await db.sources.update(['r', 0], { texts: ['untouched'] });
    await store(db, input, context);
    const again = await blocks();
    expect(again[0]!.texts).toEqual(['untouched']);
    expect(bare(again.slice(1))).toEqual((whole as unknown[]).slice(1));
  });

  it('stops between blocks when it is told to, keeping what is stored', async () => {
    const { reading, mapping } = await prepare();
    const stop = new AbortController();
    db.sources.hook('creating', () => stop.abort());
    const work = store(
      db,
      { file, reading, mapping, run: 'r' },
      { ...context, signal: stop.signal },
    );
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(await blocks()).toHaveLength(1);
    expect(await db.runs.get('r')).toMatchObject({ rows: BLOCK_ROWS, blocks: 1, read: false });
  });

  it('says that the run is gone', async () => {
    const { reading, mapping } = await prepare();
    await db.runs.delete('r');
    await expect(store(db, { file, reading, mapping, run: 'r' }, context)).rejects.toMatchObject({
      failure: { code: 'run-missing' },
    });
    expect(await blocks()).toHaveLength(0);
  });

  it('says that the disk is full; block and counts before it stay together', async () => {
    const { reading, mapping } = await prepare();
    db.sources.hook('creating', (_, { block }) => {
      if (block === 1) throw new Dexie.QuotaExceededError('full');
    });
    await expect(store(db, { file, reading, mapping, run: 'r' }, context)).rejects.toMatchObject({
      failure: { code: 'quota' },
    });
    expect(await db.runs.get('r')).toMatchObject({ rows: BLOCK_ROWS, blocks: 1, read: false });
    expect(await blocks()).toHaveLength(1);
  });

  it('keeps given labels as places among the model’s own, and names it lacks as none', async () => {
    const { reading, mapping } = await prepare();
    await db.runs.where({ id: 'r' }).modify((run: Run) => {
      run.model = { ...run.model, labels: ['Late', 'Positive'] };
    });
    const labels = { positive: 'Positive', neg: 'Gone' };
    await store(db, { file, reading, mapping: { ...mapping, labels }, run: 'r' }, context);
    const [first] = await blocks();
    expect([...first!.given.subarray(0, 4)]).toEqual([NO_LABEL, 1, NO_LABEL, 1]);
  });
});
