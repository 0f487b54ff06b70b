import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Predict, Prediction } from '../core/predict.ts';
import { AppError } from '../core/failure.ts';
import { EVERYTHING, NO_WORK, type Archive, type Query, type Row } from '../core/runs.ts';
import type { Run, Summary, Terms } from '../core/runs.ts';
import type { Label } from '../core/sentiment.ts';
import type { Asks } from '../core/wire.ts';
import { exportName } from './results-export.ts';
import { resultsActions } from './results.ts';
import { createAppStore } from './store.ts';

const run = (change: Partial<Run> = {}): Run => ({
  id: 'a',
  name: 'reviews.csv',
  createdAt: 0,
  file: { name: 'reviews.csv', bytes: 1, lastModified: 0 },
  reading: { format: 'csv', gzip: false },
  mapping: { text: 0, labels: {} },
  columns: ['text'],
  model: { key: 'k', id: 'm', title: 'M', device: 'wasm', dtype: 'q8', uncertainBelow: 0.6 },
  rows: 100,
  blocks: 1,
  read: true,
  problems: { total: 0, skipped: 0, listed: [] },
  status: 'finished',
  done: 100,
  work: NO_WORK,
  ...change,
});

const row = (row: number, change: Partial<Row> = {}): Row => ({
  row,
  text: `text ${row}. Another sentence.`,
  cells: [],
  label: 'positive',
  probabilities: [0.1, 0.1, 0.8],
  flags: [],
  ...change,
});

const NO_TERMS: Terms = { positive: [], negative: [], reviews: 0 };
const summary = (corrected = 0) => ({ corrected }) as Summary; // the actions look at nothing else of it
const prediction = (label: Label): Prediction => ({
  label,
  confidence: 0.8,
  probabilities: { negative: 0.1, neutral: 0.1, positive: 0.8 },
  uncertain: false,
  logits: [],
  tokens: 4,
  windows: 1,
});

/** A promise that the test settles when it likes. */
function deferred<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((r) => (resolve = r));
  return { promise, resolve };
}

const unused = () => Promise.reject(new Error('not under test'));
const nothing: Asks<Archive> = {
  list: unused,
  create: unused,
  open: unused,
  rename: unused,
  remove: unused,
  forget: unused,
  endReading: unused,
  settle: unused,
  todo: unused,
  keep: unused,
  query: unused,
  rows: unused,
  correct: unused,
  benchmarks: unused,
  benchmark: unused,
  keepBenchmark: unused,
  removeBenchmark: unused,
  summary: unused,
  terms: unused,
  compare: unused,
  export: unused,
};

function setUp(answers: Partial<Asks<Archive>> = {}, opened: Run | undefined = run()) {
  const store = createAppStore();
  const archive = {
    query: vi.fn<Asks<Archive>['query']>(async ({ query }) =>
      Uint32Array.from({ length: 100 }, (_, i) => (query.sort.descending ? 99 - i : i)),
    ),
    rows: vi.fn<Asks<Archive>['rows']>(async ({ rows }) => rows.map((n) => row(n))),
    summary: vi.fn<Asks<Archive>['summary']>(async () => summary()),
    terms: vi.fn<Asks<Archive>['terms']>(async () => NO_TERMS),
    correct: vi.fn<Asks<Archive>['correct']>(async ({ row: n, label }) =>
      label ? row(n, { corrected: label }) : row(n),
    ),
    export: vi.fn<Asks<Archive>['export']>(async () => ({
      blob: new Blob(['x']),
      rows: 100,
      bytes: 1,
    })),
  };
  const files = { pick: undefined, download: vi.fn() };
  const predict = vi.fn(async (input: string | readonly string[]) =>
    typeof input === 'string' ? prediction('positive') : input.map(() => prediction('positive')),
  );
  const show = (run: Run | undefined) =>
    store.setState({
      scoring: run
        ? { phase: 'open', run, activity: { kind: 'idle', hasFile: false } }
        : { phase: 'none' },
    });
  if (opened) show(opened);
  const actions = resultsActions({
    store,
    archive: { ...nothing, ...archive, ...answers },
    predict: predict as unknown as Predict, // one function for both of its forms
    files,
  });
  const state = () => store.getState().results;
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return { store, archive, files, predict, actions, state, show, settle };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('following the open run', () => {
  it('asks for summary and rows as soon as a run is open', async () => {
    const { state, settle } = setUp();
    await settle();
    expect(state()).toMatchObject({ run: 'a', busy: false, summary: summary() });
    expect(state().ids).toHaveLength(100);
  });

  it('refreshes while the run is scored, at most about once a second', async () => {
    const { archive, show } = setUp({}, run({ status: 'open', done: 1 }));
    for (let done = 2; done <= 40; done++) {
      await vi.advanceTimersByTimeAsync(100);
      show(run({ status: 'open', done }));
    }
    await vi.advanceTimersByTimeAsync(5000);
    const asked = archive.summary.mock.calls.length;
    expect(asked).toBeGreaterThanOrEqual(4);
    expect(asked).toBeLessThanOrEqual(6);
  });

  it('does not wait once the whole file is stored or the run has ended', async () => {
    const { archive, show, settle } = setUp({}, run({ status: 'open', done: 1, read: false }));
    await settle();
    show(run({ status: 'open', done: 1 }));
    await settle();
    show(run({ status: 'stopped', done: 1 }));
    await settle();
    expect(archive.summary).toHaveBeenCalledTimes(3);
  });

  it('never asks for two summaries at once', async () => {
    const first = deferred<Summary>();
    const asked = vi.fn<Asks<Archive>['summary']>(() => first.promise);
    const { show } = setUp({ summary: asked }, run({ status: 'open', done: 1 }));
    for (let done = 2; done < 5; done++) {
      await vi.advanceTimersByTimeAsync(3000);
      show(run({ status: 'open', done }));
    }
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('starts over when another run opens, and drops what comes late for the old one', async () => {
    const late = deferred<Summary>();
    const { state, show, settle } = setUp({
      summary: vi.fn<Asks<Archive>['summary']>((id) =>
        id === 'a' ? late.promise : Promise.resolve(summary(7)),
      ),
    });
    await settle();
    show(run({ id: 'b' }));
    late.resolve(summary(1));
    await settle();
    expect(state()).toMatchObject({ run: 'b', summary: { corrected: 7 }, query: EVERYTHING });
  });

  it('is empty again when the run is closed', async () => {
    const { state, show, settle } = setUp();
    await settle();
    show(undefined);
    expect(state()).toMatchObject({ run: undefined, ids: undefined, summary: undefined });
  });

  it('keeps a failed summary as a failure and tries again when asked', async () => {
    const asked = vi.fn<Asks<Archive>['summary']>();
    asked.mockRejectedValueOnce(new AppError({ code: 'run-missing', detail: '' }));
    asked.mockResolvedValue(summary(2));
    const { state, actions, settle } = setUp({ summary: asked });
    await settle();
    expect(state().failures.summary?.code).toBe('run-missing');
    actions.retry();
    await settle();
    expect(state()).toMatchObject({ summary: summary(2), failures: { summary: undefined } });
  });
});

describe('the query', () => {
  it('shows the newest of several, whichever answers last', async () => {
    const answers = new Map<string, (ids: Uint32Array<ArrayBuffer>) => void>();
    const { state, actions, settle } = setUp({
      query: ({ query }: { query: Query }) =>
        new Promise((resolve) => answers.set(query.filter.search ?? '', resolve)),
    });
    await settle();
    answers.get('')!(Uint32Array.of(1, 2, 3));
    await settle();
    actions.refine({ search: 'a' });
    actions.refine({ search: 'ab' });
    actions.refine({ search: 'abc' });
    answers.get('a')!(Uint32Array.of(1));
    await settle();
    expect(state()).toMatchObject({ busy: true, ids: Uint32Array.of(1, 2, 3) });
    answers.get('abc')!(Uint32Array.of(3));
    await settle();
    expect(state()).toMatchObject({ busy: false, ids: Uint32Array.of(3) });
    expect(answers.has('ab')).toBe(false);
  });

  it('forgets a condition that has become empty', () => {
    const { state, actions } = setUp();
    actions.refine({ labels: ['negative'], search: 'x', confidence: [0, 0.5] });
    actions.refine({ labels: [], search: '  ' });
    expect(state().query.filter).toEqual({ confidence: [0, 0.5] });
    actions.refine({ confidence: undefined });
    expect(state().query.filter).toEqual({});
  });

  it('keeps the same ids while nothing has changed, so that nothing is drawn anew', async () => {
    const { state, show, settle } = setUp({}, run({ status: 'open', done: 1 }));
    await settle();
    const { ids } = state();
    show(run({ status: 'open', done: 50 }));
    await vi.advanceTimersByTimeAsync(3000);
    expect(state().ids).toBe(ids);
  });
});

describe('the rows on show', () => {
  it('are read by the page, and only once', async () => {
    const { archive, state, actions, settle } = setUp();
    await settle();
    archive.rows.mockClear();
    actions.show(60, 70);
    await settle();
    actions.show(62, 72);
    await settle();
    expect(archive.rows).toHaveBeenCalledTimes(1);
    expect([...state().rows.keys()]).toEqual(expect.arrayContaining([50, 60, 99]));
  });

  it('are read again once more is scored, if they had no label', async () => {
    let scored = false;
    const { actions, show, state, settle } = setUp(
      {
        rows: vi.fn<Asks<Archive>['rows']>(async ({ rows }) =>
          rows.map((n) =>
            scored ? row(n) : { row: n, text: 'x', cells: [], flags: n === 1 ? ['empty'] : [] },
          ),
        ),
      },
      run({ status: 'open', done: 0 }),
    );
    await settle();
    actions.show(0, 10);
    await settle();
    expect(state().rows.get(0)?.label).toBeUndefined();
    scored = true;
    show(run({ status: 'open', done: 50 }));
    await vi.advanceTimersByTimeAsync(3000);
    expect(state().rows.get(0)?.label).toBe('positive');
    expect(state().rows.get(1)?.label).toBeUndefined(); // without text it never gets one
  });
});

describe('the terms', () => {
  it('of a short run are counted without being asked', async () => {
    const { state, settle } = setUp();
    await settle();
    expect(state().terms.last?.terms).toEqual(NO_TERMS);
  });

  it('of a long run, or of one that is being scored, wait for a word', async () => {
    for (const open of [run({ rows: 60_000, done: 60_000 }), run({ status: 'open', done: 3 })]) {
      const { archive, actions, state, settle } = setUp({}, open);
      await settle();
      expect(archive.terms).not.toHaveBeenCalled();
      await actions.countTerms();
      expect(state().terms.last?.done).toBe(open.done);
    }
  });

  it('keep the last count when a new one is given up', async () => {
    const { archive, actions, state, settle } = setUp();
    await settle();
    const never = deferred<Terms>();
    archive.terms.mockReturnValue(never.promise);
    void actions.countTerms();
    expect(state().terms.phase).toBe('counting');
    actions.stopCounting();
    never.resolve({ ...NO_TERMS, reviews: 5 });
    await settle();
    expect(state().terms).toMatchObject({ phase: 'idle', last: { terms: NO_TERMS } });
  });
});

describe('an opened row', () => {
  it('comes with its sentences', async () => {
    const { state, actions, settle } = setUp();
    await settle();
    await actions.open(7);
    expect(state().opened?.found?.row).toBe(7);
    expect(state().opened?.sentences).toHaveLength(2);
  });

  it('leads to its neighbours in the order of the table', async () => {
    const { state, actions, settle } = setUp();
    actions.sortBy('row', true);
    await settle();
    await actions.open(7);
    await actions.step(1);
    expect(state().opened?.row).toBe(6);
    await actions.step(-1);
    await actions.step(-1);
    expect(state().opened?.row).toBe(8);
  });

  it('leads on from its old place when a correction has taken it out of the table', async () => {
    let gone = false;
    const { state, actions, settle } = setUp({
      query: async () => (gone ? Uint32Array.of(3, 5, 9) : Uint32Array.of(3, 5, 7, 9)),
    });
    await settle();
    await actions.open(7);
    gone = true;
    await actions.correct(7, 'negative');
    await settle();
    await actions.step(1);
    expect(state().opened?.row).toBe(9);
  });

  it('is corrected in the archive, in the table and in the summary', async () => {
    let asked = 0;
    const { state, actions, settle } = setUp({ summary: async () => summary(++asked) });
    await settle();
    actions.show(0, 10);
    await actions.open(7);
    await actions.correct(7, 'negative');
    await settle();
    expect(state().opened).toMatchObject({ correcting: false, found: { corrected: 'negative' } });
    expect(state().rows.get(7)?.corrected).toBe('negative');
    expect(state().summary?.corrected).toBe(2);
    await actions.correct(7, null);
    expect(state().opened?.found?.corrected).toBeUndefined();
  });

  it('says so when a correction could not be stored', async () => {
    const { state, actions, settle } = setUp({
      correct: () => Promise.reject(new AppError({ code: 'quota', detail: '' })),
    });
    await settle();
    await actions.open(7);
    await actions.correct(7, 'negative');
    expect(state().opened).toMatchObject({ correcting: false, failure: { code: 'quota' } });
  });

  it('tells what each word gives', async () => {
    const { state, actions, settle } = setUp();
    await settle();
    await actions.open(7);
    await actions.explain();
    expect(state().opened?.why).toMatchObject({ phase: 'done', variants: 4 });
    actions.stopExplaining();
    expect(state().opened?.why.phase).toBe('none');
  });
});

describe('an export', () => {
  it('is downloaded where the browser cannot write to the disk', async () => {
    const { files, state, actions, settle } = setUp();
    await settle();
    await actions.exportRows('csv', false);
    expect(files.download).toHaveBeenCalledWith(expect.any(Blob), 'reviews scored.csv');
    expect(state().export).toMatchObject({ phase: 'written', rows: 100 });
  });

  it('hands the filter on only when it is wanted', async () => {
    const { archive, actions, settle } = setUp();
    await settle();
    actions.refine({ labels: ['negative'] });
    await actions.exportRows('jsonl', false);
    await actions.exportRows('jsonl', true);
    expect(archive.export.mock.calls.map(([order]) => order.filter)).toEqual([
      undefined,
      { labels: ['negative'] },
    ]);
  });

  it('leaves no trace when the file dialog is closed', async () => {
    const { files, archive, actions, state, settle } = setUp();
    Object.assign(files, {
      pick: () => Promise.reject(new DOMException('closed', 'AbortError')),
    });
    await settle();
    await actions.exportRows('csv', false);
    expect(archive.export).not.toHaveBeenCalled();
    expect(state().export).toEqual({ phase: 'none' });
  });

  it('ends when it is cancelled, and says why when it fails', async () => {
    const { actions, state, settle } = setUp({
      export: (_, { signal } = {}) =>
        new Promise((_, reject) =>
          signal?.addEventListener('abort', () => reject(signal.reason as Error)),
        ),
    });
    await settle();
    const exporting = actions.exportRows('csv', false);
    await settle();
    expect(state().export.phase).toBe('writing');
    actions.endExport();
    await exporting;
    expect(state().export).toEqual({ phase: 'none' });

    const full = setUp({
      export: () => Promise.reject(new AppError({ code: 'quota', detail: '' })),
    });
    await settle();
    await full.actions.exportRows('csv', false);
    expect(full.state().export).toMatchObject({ phase: 'failed', failure: { code: 'quota' } });
  });

  it('is named after the run, in letters that file systems take', () => {
    expect(exportName('May/June: "all".csv.gz', 'parquet')).toBe('May June all scored.parquet');
    expect(exportName('///', 'csv')).toBe('reviews scored.csv');
  });
});
