import { expect, it } from 'vitest';
import { madeResult } from '../../core/bench/made-result.ts';
import { readFigures } from '../../core/bench/read-figures.ts';
import type { BenchListed } from '../../core/bench/result.ts';
import { createAppStore } from '../store.ts';
import { measuredActions } from './measured.ts';

function setUp(kept: readonly string[] | Error) {
  const store = createAppStore();
  const opened: string[] = [];
  const actions = measuredActions({
    store,
    archive: {
      benchmarks: async () => {
        if (kept instanceof Error) throw kept;
        return kept.map((id) => ({ id }) as BenchListed);
      },
      benchmark: async (id) => {
        opened.push(id);
        return madeResult({ id });
      },
    },
    figures: async (result) => readFigures(result),
  });
  return { store, opened, measured: () => store.getState().measured, ...actions };
}

it('reads the newest benchmark with its figures, and reads it once', async () => {
  const { refresh, measured, opened } = setUp(['new', 'old']);
  await refresh();
  await refresh();
  expect(opened).toEqual(['new']);
  expect(measured()).toMatchObject({
    phase: 'ready',
    result: { id: 'new' },
    figures: { headlines: expect.any(Array) as unknown[] },
  });
});

it('knows of none where none is kept, or nothing can be', async () => {
  for (const kept of [[], new Error('storage is forbidden')]) {
    const { refresh, measured } = setUp(kept);
    await refresh();
    expect(measured()).toEqual({ phase: 'none' });
  }
});
