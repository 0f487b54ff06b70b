import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Archive } from '../core/runs.ts';
import { serve } from '../core/serve.ts';
import type { Reply } from '../core/wire.ts';
import type { RunsDb } from '../storage/runs-db.ts';
import { createArchive } from './answers.ts';
import { context, freshDb, newRun, predict, storeRun } from './stored-run.ts';

const open: RunsDb[] = [];
afterEach(async () => {
  for (const db of open.splice(0)) await db.delete();
});

function archiveOver(db = freshDb()) {
  open.push(db);
  return { db, archive: createArchive(db) };
}

const inFile = { filter: {}, sort: { by: 'row', descending: false } } as const;

async function score(archive: ReturnType<typeof createArchive>, run: string, texts: string[]) {
  await archive.keep({ run, block: 0, texts, ...predict(texts) }, context());
}

it('lists every run with the bytes its rows take', async () => {
  const { db, archive } = archiveOver();
  await storeRun(db, 'a', [{ text: 'x'.repeat(1000) }, { text: 'y'.repeat(3000) }]);
  await archive.create(newRun('b'), context());
  const { runs, predictions } = await archive.list(undefined, context());
  expect(predictions).toBe(0);
  expect(runs.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(runs[0]!.bytes).toBeGreaterThan(4000);
  expect(runs[0]!.bytes).toBeLessThan(4200);
  expect(runs[1]!.bytes).toBe(0);
});

it('does not put a run in the place of another', async () => {
  const { archive } = archiveOver();
  await archive.create(newRun('a'), context());
  await expect(archive.create(newRun('a'), context())).rejects.toMatchObject({
    failure: { code: 'bad-input' },
  });
});

it('renames a run and leaves the rest of its record alone', async () => {
  const { db, archive } = archiveOver();
  const before = await storeRun(db, 'a', [{ text: 'x' }]);
  const after = await archive.rename({ run: 'a', name: 'May' }, context());
  expect(after).toEqual({ ...before, name: 'May' });
});

it('stops a run with what it has, opens it again and finishes it', async () => {
  const { db, archive } = archiveOver();
  await storeRun(db, 'a', [{ text: 'x' }], { read: false });
  await db.runs.update('a', { read: false });
  const settle = (status: 'open' | 'stopped' | 'finished') =>
    archive.settle({ run: 'a', status }, context());
  expect((await settle('stopped')).status).toBe('stopped');
  expect((await settle('open')).status).toBe('open');
  await score(archive, 'a', ['x']);
  await expect(settle('finished')).rejects.toMatchObject({ failure: { code: 'bad-input' } });
  expect((await archive.endReading('a', context())).read).toBe(true);
  const { finishedAt } = await settle('finished');
  expect(finishedAt).toBeGreaterThan(0);
  expect((await settle('finished')).finishedAt).toBe(finishedAt);
  expect(await settle('open')).not.toHaveProperty('finishedAt');
});

it('deletes all of a run and nothing of another; what the model said of texts is kept', async () => {
  const { db, archive } = archiveOver();
  for (const id of ['a', 'b', 'a2']) {
    await storeRun(db, id, [{ text: `x of ${id}` }, { text: 'y' }]);
    await score(archive, id, [`x of ${id}`]);
    await archive.correct({ run: id, row: 1, label: 'neutral' }, context());
  }
  await archive.remove('a', context());
  for (const table of [db.sources, db.scores, db.corrections]) {
    expect((await table.toArray()).map(({ run }) => run)).toEqual(['a2', 'b']);
  }
  expect((await db.runs.toArray()).map(({ id }) => id)).toEqual(['a2', 'b']);
  expect(await db.predictions.count()).toBe(3);
  const calls = [
    () => archive.open('a', context()),
    () => archive.query({ run: 'a', query: inFile }, context()),
    () => archive.rows({ run: 'a', rows: [0] }, context()),
    () => archive.rename({ run: 'a', name: 'x' }, context()),
    () => archive.todo({ run: 'a', block: 0 }, context()),
    () => archive.correct({ run: 'a', row: 0, label: null }, context()),
  ];
  for (const call of calls) {
    await expect(call()).rejects.toMatchObject({ failure: { code: 'run-missing' } });
  }
});

it('forgets what the model said of texts; runs keep theirs', async () => {
  const { db, archive } = archiveOver();
  await storeRun(db, 'a', [{ text: 'x' }]);
  await score(archive, 'a', ['x']);
  await archive.forget(undefined, context());
  expect((await archive.list(undefined, context())).predictions).toBe(0);
  expect((await archive.rows({ run: 'a', rows: [0] }, context()))[0]!.label).toBeDefined();
});

it('does not mix two runs up, however often the one at hand changes', async () => {
  const { db, archive } = archiveOver();
  for (const id of ['a', 'b', 'c']) {
    await storeRun(db, id, [{ text: `only ${id}`, group: id }, { text: 'both' }]);
  }
  for (const id of ['a', 'b', 'c', 'a', 'c', 'b']) {
    const [row] = await archive.rows({ run: id, rows: [0] }, context());
    expect(row).toMatchObject({ text: `only ${id}`, group: id });
    await score(archive, id, [`only ${id}`]);
    const query = { ...inFile, filter: { labels: [''] } };
    expect([...(await archive.query({ run: id, query }, context()))]).toEqual([1]);
  }
});

describe('a correction', () => {
  it('is shown, found and kept, beside what the model said', async () => {
    const { db, archive } = archiveOver();
    await storeRun(db, 'a', [{ text: 'x' }, { text: 'y' }]);
    await score(archive, 'a', ['x', 'y']);
    const [before] = await archive.rows({ run: 'a', rows: [1] }, context());
    const row = await archive.correct({ run: 'a', row: 1, label: 'neutral' }, context());
    expect(row).toEqual({ ...before, corrected: 'neutral' });

    const later = createArchive(db);
    const query = { ...inFile, filter: { corrected: true } };
    expect([...(await later.query({ run: 'a', query }, context()))]).toEqual([1]);
    expect(await later.rows({ run: 'a', rows: [1] }, context())).toEqual([row]);
  });

  it('can be taken back', async () => {
    const { db, archive } = archiveOver();
    await storeRun(db, 'a', [{ text: 'x' }]);
    await archive.correct({ run: 'a', row: 0, label: 'neutral' }, context());
    const row = await archive.correct({ run: 'a', row: 0, label: null }, context());
    expect(row).not.toHaveProperty('corrected');
    expect(await db.corrections.count()).toBe(0);
  });

  it('of a row that is not there is refused', async () => {
    const { db, archive } = archiveOver();
    await storeRun(db, 'a', [{ text: 'x' }]);
    const call = archive.correct({ run: 'a', row: 1, label: 'neutral' }, context());
    await expect(call).rejects.toMatchObject({ failure: { code: 'bad-input' } });
  });
});

it('answers over a wire, refusals as failures', async () => {
  const { db, archive } = archiveOver();
  await storeRun(db, 'a', [{ text: 'x' }, { text: 'y' }]);
  const { port1, port2 } = new MessageChannel();
  serve<Archive>(port2, archive, { atOnce: () => true });
  const replies: Reply[] = [];
  const answered = new Promise<void>((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if (replies.push(data) === 2) resolve();
    });
  });
  port1.start();
  port2.start();
  port1.postMessage({ kind: 'ask', id: 1, call: 'query', input: { run: 'a', query: inFile } });
  port1.postMessage({ kind: 'ask', id: 2, call: 'open', input: 'b' });
  await answered;
  port1.close();
  expect(replies).toContainEqual({ kind: 'done', id: 1, output: new Uint32Array([0, 1]) });
  expect(replies).toContainEqual({
    kind: 'failed',
    id: 2,
    failure: { code: 'run-missing', detail: 'no run b' },
  });
});
