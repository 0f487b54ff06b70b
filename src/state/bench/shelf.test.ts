import { describe, expect, it } from 'vitest';
import type { BenchResult } from '../../core/bench/result.ts';
import { makeBench, NO_FIGURES, SMALL_SETTINGS } from './made-bench.ts';
import { exportName } from './shelf.ts';

const QUICK = { ...SMALL_SETTINGS, models: ['vader'], scenarios: ['offline' as const] };

/** After so many runs, which are kept. */
async function after(runs: number) {
  const made = makeBench();
  const results: BenchResult[] = [];
  for (let run = 0; run < runs; run++) results.push(await made.bench.run(QUICK));
  const shelf = () => made.store.getState().benchShelf;
  return { ...made, results, shelf };
}
const fileOf = (content: unknown, name: string) => new File([JSON.stringify(content)], name);

describe('kept runs', () => {
  it('are opened again with their figures', async () => {
    const { bench, store, results } = await after(2);
    await bench.open(results[0]!.id);
    expect(store.getState().bench).toMatchObject({
      phase: 'done',
      result: results[0],
      figures: NO_FIGURES,
    });
  });

  it('say so where one is gone', async () => {
    const { bench, store } = await after(0);
    await bench.open('gone');
    expect(store.getState().bench).toMatchObject({
      phase: 'failed',
      failure: { code: 'run-missing' },
    });
  });

  it('are renamed wherever they are on show', async () => {
    const { bench, store, kept, results, shelf } = await after(1);
    const { id } = results[0]!;
    await bench.compare(id);
    await bench.rename(id, 'Room 12');
    expect(kept.get(id)!.name).toBe('Room 12');
    expect(shelf().saved).toMatchObject([{ name: 'Room 12' }]);
    expect(shelf().compared).toMatchObject([{ result: { name: 'Room 12' } }]);
    expect(store.getState().bench).toMatchObject({ result: { name: 'Room 12' } });
  });

  it('leave the list when they are removed', async () => {
    const { bench, results, shelf } = await after(2);
    await bench.remove(results[0]!.id);
    expect(shelf().saved!.map(({ id }) => id)).toEqual([results[1]!.id]);
  });
});

describe('the comparison', () => {
  it('takes the files that can be read, and says which can not', async () => {
    const { bench, results, shelf } = await after(2);
    await bench.importFiles([
      fileOf(results[0], 'a.json'),
      new File(['{'], 'broken.json'),
      fileOf({ ...results[0], version: 99 }, 'newer.json'),
      fileOf(results[1], 'b.json'),
      fileOf(results[1], 'b again.json'),
    ]);
    expect(shelf().compared.map(({ result }) => result)).toEqual(results);
    expect(shelf().refused).toMatchObject([
      { file: 'broken.json', failure: { code: 'bench-file', subject: 'broken.json' } },
      { file: 'newer.json', failure: { code: 'bench-file' } },
    ]);
    bench.clearCompared();
    expect(shelf()).toMatchObject({ compared: [], refused: [] });
  });

  it('takes a kept run in and out', async () => {
    const { bench, results, shelf } = await after(1);
    const { id } = results[0]!;
    await bench.compare(id);
    expect(shelf().compared).toHaveLength(1);
    await bench.compare(id);
    expect(shelf().compared).toEqual([]);
    await bench.compare('gone');
    expect(shelf().refused).toMatchObject([{ file: 'gone', failure: { code: 'run-missing' } }]);
  });
});

describe('an export', () => {
  it('is the result itself, which can be imported again', async () => {
    const { bench, saved, results, shelf } = await after(1);
    bench.exportJson();
    const [{ blob, name }] = saved as [(typeof saved)[number]];
    expect(name).toBe('sentiscope-benchmark Chrome 156, 4 cores.json');
    expect(JSON.parse(await blob.text())).toEqual(results[0]);
    await bench.importFiles([new File([blob], name)]);
    expect(shelf().compared).toHaveLength(1);
  });

  it('is named so that any file system takes it', () => {
    expect(exportName({ name: 'Lab: 3/4?', startedAt: 0 })).toBe(
      'sentiscope-benchmark Lab 3 4.json',
    );
    expect(exportName({ name: ' ', startedAt: 0 })).toBe('sentiscope-benchmark 1970-01-01.json');
  });
});
