import { describe, expect, it, vi } from 'vitest';
import { AppError, type Failure } from '../core/failure.ts';
import type { Mapping } from '../core/intake.ts';
import type { LoadOrder } from '../core/protocol.ts';
import { NO_WORK, type Kept, type Run } from '../core/runs.ts';
import type { ScoreOptions, Timed } from '../core/scorer.ts';
import { BASE, SMALL } from '../models/catalogue.ts';
import type { Running } from './engine-state.ts';
import { scoringActions, type Locks, type NewRun } from './scoring.ts';
import { createAppStore } from './store.ts';

const running = (model = BASE): Running => ({
  model,
  device: 'wasm',
  dtype: 'q8',
  engine: 'library',
  kernelFault: undefined,
  build: undefined,
  runtime: 'plain',
  adapter: undefined,
  fallback: undefined,
  workers: { ready: 1, wanted: 1 },
  loadMs: 1,
  probeDifference: undefined,
  batchTokens: 1,
  trial: undefined,
  notKept: undefined,
  restarts: 0,
  lastCrash: undefined,
});

const mapping: Mapping = { text: 0, labels: {} };
const given = (rows: number): NewRun => ({
  file: new File(['x'.repeat(rows)], 'reviews.csv'),
  reading: { format: 'csv', gzip: false },
  mapping,
  columns: ['text'],
  problems: { total: 0, skipped: 0, listed: [] },
});

/** One run of one block, kept as the archive would keep it; the importer stores as many rows as the file has bytes. */
function setUp({ locks = free }: { locks?: Locks } = {}) {
  const store = createAppStore({
    engine: { running: running(), loading: { phase: 'none' } },
  });
  let run: Run | undefined;
  const done = new Set<string>();
  const all = () => Array.from({ length: run!.rows }, (_, i) => String(i));
  const whole = () => (run = { ...run!, done: done.size });
  const score = vi.fn(async (texts: readonly string[]): Promise<Timed> => answer(texts));
  const archive = {
    create: async (made: Run) => (run = made),
    open: async () => {
      if (!run) throw new AppError({ code: 'run-missing', detail: 'test' });
      return whole();
    },
    settle: async ({ status }: { status: Run['status'] }) => (run = { ...whole(), status }),
    endReading: async () => (run = { ...whole(), read: true }),
    rename: async ({ name }: { name: string }) => (run = { ...whole(), name }),
    todo: async () => ({
      texts: all().filter((text) => !done.has(text)),
      done: done.size,
      rows: run!.rows,
      step: whole(),
    }),
    keep: async ({ texts }: Kept) => {
      texts.forEach((text) => done.add(text));
      return whole();
    },
  };
  const importer = {
    store: vi.fn(async ({ file }: { file: File }) => {
      run = { ...run!, rows: file.size, blocks: 1, read: true };
      return { rows: file.size, blocks: 1, problems: run.problems };
    }),
  };
  const onStart = vi.fn();
  const companion = vi.fn(async () => COMPANION);
  const scoring = scoringActions({
    store,
    importer,
    archive,
    scorer: { score, activity: () => [{ batchMs: 0, liveMs: 0, liveCalls: 0 }] },
    locks,
    companion,
    onStart,
    onWork: () => {},
    onRest: () => {},
  });
  const state = () => {
    const { scoring } = store.getState();
    if (scoring.phase !== 'open') throw new Error(`not open but ${scoring.phase}`);
    return scoring;
  };
  const until = (kind: string) => vi.waitFor(() => expect(state().activity.kind).toBe(kind));
  const mocks = { score, archive, importer, onStart, companion };
  return { store, scoring, ...mocks, state, until, stored: () => run };
}

const COMPANION = { files: {} } as LoadOrder;

const free: Locks = {
  alone: async (_, task) => {
    await task();
    return undefined;
  },
  isTaken: async () => false,
  whenFree: async () => {},
};

function answer(texts: readonly string[]): Timed {
  return {
    probabilities: new Float32Array(texts.length * 3),
    logits: new Float32Array(texts.length * 3),
    tokens: new Uint32Array(texts.length),
    windows: new Uint16Array(texts.length),
    paddedTokens: texts.length,
    tokenizeMs: 0,
    inferenceMs: 1,
    postprocessMs: 0,
    queueMs: 0,
    roundTripMs: 1,
  };
}

/** Answers when told to; until then the calls wait, as with a busy pool. */
function held(score: ReturnType<typeof setUp>['score']) {
  const waiting: (() => void)[] = [];
  score.mockImplementation(
    (texts) => new Promise((resolve) => waiting.push(() => resolve(answer(texts)))),
  );
  return {
    asked: () => waiting.length,
    release: () => waiting.splice(0).forEach((go) => go()),
  };
}

it('reads, scores and finishes a file', async () => {
  const { scoring, state, until, onStart } = setUp();
  await scoring.start(given(5));
  expect(onStart).toHaveBeenCalledOnce();
  await until('idle');
  expect(state().run).toMatchObject({ status: 'finished', done: 5, rows: 5, read: true });
});

it('names the model it began with', async () => {
  const { scoring, state, until } = setUp();
  await scoring.start(given(1));
  await until('idle');
  expect(state().run.model).toMatchObject({ id: BASE.id, device: 'wasm', dtype: 'q8' });
  expect(state().run.model.key).toContain('q8');
});

it('says why no run could be made', async () => {
  const { scoring, archive, store } = setUp();
  archive.create = () =>
    Promise.reject(new AppError({ code: 'storage-forbidden', detail: 'private window' }));
  await expect(scoring.start(given(1))).rejects.toMatchObject({
    failure: { code: 'storage-forbidden' },
  });
  expect(store.getState().scoring.phase).toBe('none');
});

it('pauses at once, and goes on to the same end', async () => {
  const { scoring, score, state, until } = setUp();
  const pool = held(score);
  await scoring.start(given(3));
  await vi.waitFor(() => expect(pool.asked()).toBeGreaterThan(0));
  scoring.pause();
  expect(state().activity).toEqual({ kind: 'paused', reason: { why: 'user' } });
  pool.release();
  score.mockImplementation(async (texts) => answer(texts));
  await scoring.goOn();
  expect(state().run).toMatchObject({ status: 'finished', done: 3 });
  await until('idle');
});

it('stops and keeps what it has, and can be gone on with all the same', async () => {
  const { scoring, score, state } = setUp();
  const pool = held(score);
  await scoring.start(given(3));
  await vi.waitFor(() => expect(pool.asked()).toBeGreaterThan(0));
  const stopping = scoring.stop();
  pool.release();
  await stopping;
  expect(state().run.status).toBe('stopped');
  score.mockImplementation(async (texts) => answer(texts));
  await scoring.goOn();
  expect(state().run).toMatchObject({ status: 'finished', done: 3 });
});

it('opens an unfinished run without going on by itself', async () => {
  const first = setUp();
  const pool = held(first.score);
  await first.scoring.start(given(3));
  await vi.waitFor(() => expect(pool.asked()).toBeGreaterThan(0));
  first.scoring.pause();
  pool.release();
  await first.scoring.close();
  await first.scoring.open(first.stored()!.id);
  expect(first.state().activity).toEqual({ kind: 'idle', hasFile: false });
  expect(first.state().run.status).toBe('open');
});

it('never mixes the results of two models', async () => {
  const { scoring, score, state, store } = setUp();
  const pool = held(score);
  await scoring.start(given(3));
  await vi.waitFor(() => expect(pool.asked()).toBeGreaterThan(0));
  scoring.pause();
  pool.release();
  store.setState({ engine: { running: running(SMALL), loading: { phase: 'none' } } });
  const asked = score.mock.calls.length;
  await scoring.goOn();
  expect(state().activity).toEqual({ kind: 'paused', reason: { why: 'other-model' } });
  expect(score.mock.calls.length).toBe(asked);
});

it('says what broke it off, and keeps the run', async () => {
  const { scoring, score, state, until } = setUp();
  const failure: Failure = { code: 'wrong-output', detail: 'NaN' };
  score.mockRejectedValue(new AppError(failure));
  await scoring.start(given(2));
  await until('paused');
  expect(state().activity).toEqual({ kind: 'paused', reason: { why: 'failed', failure } });
});

it('scores what is stored before it says that the rest could not be read', async () => {
  const { scoring, importer, archive, state, until } = setUp();
  importer.store.mockImplementation(async () => {
    throw new AppError({ code: 'quota', detail: 'full' });
  });
  const settle = archive.settle;
  archive.settle = async (order) => ({ ...(await settle(order)), rows: 2, blocks: 1 });
  await scoring.start(given(4));
  await until('paused');
  expect(state().activity).toMatchObject({ reason: { failure: { code: 'quota' } } });
});

it('leaves a run alone that another tab scores, and shows it when that tab is done', async () => {
  let leave = () => {};
  const left = new Promise<void>((resolve) => (leave = resolve));
  let taken = true;
  const { scoring, state, until, score } = setUp({
    locks: {
      alone: async () => 'taken',
      isTaken: async () => taken,
      whenFree: () => left,
    },
  });
  await scoring.start(given(2));
  await until('elsewhere');
  expect(score).not.toHaveBeenCalled();
  taken = false;
  leave();
  await until('idle');
  expect(state().run.status).toBe('open');
});

it('reads on only with the same file', async () => {
  const { scoring, archive, state } = setUp();
  const unread: Run = {
    id: 'r',
    name: 'reviews.csv',
    createdAt: 0,
    file: { name: 'reviews.csv', bytes: 3, lastModified: 0 },
    reading: { format: 'csv', gzip: false },
    mapping,
    columns: ['text'],
    model: { key: '', id: '', title: '', device: 'wasm', dtype: 'q8', uncertainBelow: 0 },
    rows: 0,
    blocks: 0,
    read: false,
    problems: { total: 0, skipped: 0, listed: [] },
    status: 'open',
    done: 0,
    work: NO_WORK,
  };
  const { keyOf } = await import('../models/chosen.ts');
  await archive.create({ ...unread, model: { ...unread.model, key: keyOf(BASE, 'q8') } });
  await scoring.open('r');
  expect(await scoring.readOn(new File(['xxxx'], 'reviews.csv'))).toBe(false);
  expect(await scoring.readOn(new File(['xxx'], 'reviews.csv'))).toBe(true);
  expect(state().run).toMatchObject({ status: 'finished', done: 3 });
});

describe('a run by cascade', () => {
  const onKernel = {
    running: { ...running(), engine: 'kernel' },
    loading: { phase: 'none' },
  } as const;
  const chosen = { on: true, under: 0.8, files: { phase: 'ready' } } as const;

  it('is made as one where that was chosen, and scored with the small model beside the accurate one', async () => {
    const { store, scoring, score, stored, until } = setUp();
    store.setState({ engine: onKernel, cascade: chosen });
    await scoring.start({ ...given(5), rows: 5 });
    await until('idle');
    const { cascade, key } = stored()!.model;
    expect(cascade).toMatchObject({ under: 0.8, check: 1 });
    expect(key).toMatch(/^sentiscope-small .* under 0.8 sentiscope-base .* kernel$/);
    expect(score).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({
        model: cascade!.accurate,
        cascade: { ...cascade, companion: COMPANION },
      }),
    );
  });

  it('goes on as it began, whatever is chosen since', async () => {
    const { store, scoring, score, until } = setUp();
    store.setState({ engine: onKernel, cascade: chosen });
    const { release, asked } = held(score);
    void scoring.start(given(5));
    await vi.waitFor(() => expect(asked()).toBeGreaterThan(0));
    scoring.pause();
    release();
    store.setState({ cascade: { ...chosen, on: false } });
    score.mockClear();
    score.mockImplementation(async (texts) => answer(texts));
    await scoring.goOn();
    await until('idle');
    for (const [, options] of score.mock.calls as unknown as [unknown, ScoreOptions][])
      expect(options.cascade?.under).toBe(0.8);
  });

  it('pauses with the reason where the small model can’t be had', async () => {
    const { store, scoring, companion, state, until } = setUp();
    store.setState({ engine: onKernel, cascade: chosen });
    const failure: Failure = { code: 'offline', detail: 'test', subject: 'Sentiscope small' };
    companion.mockRejectedValueOnce(new AppError(failure));
    await scoring.start(given(5));
    await until('paused');
    expect(state().activity).toMatchObject({ reason: { why: 'failed', failure } });
    await scoring.goOn();
    await until('idle');
  });
});
