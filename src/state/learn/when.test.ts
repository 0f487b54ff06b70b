import { expect, it } from 'vitest';
import { AppError } from '../../core/failure.ts';
import type { ScoreOptions, Timed } from '../../core/scorer.ts';
import { SMALL } from '../../models/catalogue.ts';
import type { Running } from '../engine-state.ts';
import { createAppStore } from '../store.ts';
import { whenActions } from './when.ts';

const RUNNING: Running = {
  model: SMALL,
  device: 'wasm',
  dtype: 'q8',
  engine: 'library',
  kernelFault: undefined,
  build: undefined,
  runtime: 'plain',
  adapter: undefined,
  fallback: undefined,
  workers: { ready: 2, wanted: 2 },
  loadMs: 1,
  probeDifference: undefined,
  batchTokens: 1,
  trial: undefined,
  notKept: undefined,
  restarts: 0,
  lastCrash: undefined,
};

/** A machine whose two workers take 10 ms for a review, on a clock of its own. */
function makeWhen(score?: (texts: readonly string[], options?: ScoreOptions) => Promise<Timed>) {
  const store = createAppStore({ engine: { running: RUNNING, loading: { phase: 'none' } } });
  let clock = 0;
  const busyUntil = [0, 0];
  const timed = async (texts: readonly string[]) => {
    const free = busyUntil.indexOf(Math.min(...busyUntil));
    const end = Math.max(clock, busyUntil[free]!) + 10 * texts.length;
    busyUntil[free] = end;
    await Promise.resolve();
    clock = Math.max(clock, end);
    return {} as Timed; // nothing of it is read
  };
  const when = whenActions({
    store,
    score: score ?? timed,
    readReviews: async () => ['a', 'b', 'c'],
    now: () => clock,
    today: () => 7,
  });
  return { when, store };
}

it('measures a worker’s time for a review, alone and within a list', async () => {
  const { when, store } = makeWhen();
  await when.measure();
  const { quick } = store.getState().when;
  expect(quick).toMatchObject({
    phase: 'done',
    result: { model: 'Sentiscope small', device: 'wasm', measuredAt: 7, speeds: { workers: 2 } },
  });
  if (quick.phase !== 'done') return;
  const { alone, aloneP95, listed, modelBytes } = quick.result.speeds;
  expect(alone).toBeCloseTo(0.01, 6);
  expect(aloneP95).toBeCloseTo(0.01, 6);
  expect(listed).toBeCloseTo(0.01, 3);
  expect(modelBytes).toBe(SMALL.files.q8.reduce((sum, { bytes }) => sum + bytes, 0));
  expect(quick.result.alone).toBeGreaterThanOrEqual(100); // 1.2 s of 10 ms
});

it('says why it could not measure', async () => {
  const { when, store } = makeWhen(() =>
    Promise.reject(new AppError({ code: 'worker-crashed', detail: 'gone' })),
  );
  await when.measure();
  expect(store.getState().when.quick).toEqual({
    phase: 'failed',
    failure: { code: 'worker-crashed', detail: 'gone' },
  });
});

it('forgets a measurement that was stopped', async () => {
  const { when, store } = makeWhen();
  const measured = when.measure();
  when.stop();
  await measured;
  expect(store.getState().when.quick).toEqual({ phase: 'none' });
});

it('changes one field of a job and leaves the others', () => {
  const { when, store } = makeWhen();
  when.change({ workers: '4' });
  expect(store.getState().when.job).toMatchObject({ workers: '4', reviewsPerDay: '1,000,000' });
});
