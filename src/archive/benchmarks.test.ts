import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { madeResult } from '../core/bench/made-result.ts';
import { RunsDb } from '../storage/runs-db.ts';
import { createArchive } from './answers.ts';
import { context, freshDb, newRun } from './stored-run.ts';

it('keeps runs whole and lists them without their samples, newest first', async () => {
  const archive = createArchive(freshDb());
  const [old, recent] = [madeResult({ id: 'old' }), madeResult({ id: 'recent', startedAt: 9 })];
  for (const result of [old, recent]) await archive.keepBenchmark(result, context());
  const list = await archive.benchmarks(undefined, context());
  expect(list.map(({ id }) => id)).toEqual(['recent', 'old']);
  expect(list[0]).toEqual({
    id: 'recent',
    name: recent.name,
    startedAt: 9,
    complete: true,
    models: [...new Set(recent.engines.map(({ title }) => title))],
  });
  expect(await archive.benchmark('old', context())).toEqual(old);
});

it('replaces a run of the same id, and tells of one that is gone', async () => {
  const archive = createArchive(freshDb());
  await archive.keepBenchmark(madeResult({ name: 'a' }), context());
  await archive.keepBenchmark(madeResult({ name: 'b' }), context());
  expect((await archive.benchmarks(undefined, context())).map(({ name }) => name)).toEqual(['b']);
  await archive.removeBenchmark('made', context());
  await expect(archive.benchmark('made', context())).rejects.toMatchObject({
    failure: { code: 'run-missing' },
  });
});

it('opens a database of the first version and keeps what is in it', async () => {
  const name = 'of-version-1';
  const first = new Dexie(name);
  first.version(1).stores({
    runs: 'id',
    sources: '[run+block]',
    scores: '[run+block]',
    corrections: '[run+row]',
    predictions: 'key',
  });
  await first.table('runs').put(newRun('kept'));
  first.close();

  const archive = createArchive(new RunsDb(name));
  await archive.keepBenchmark(madeResult(), context());
  expect((await archive.list(undefined, context())).runs.map(({ id }) => id)).toEqual(['kept']);
});
