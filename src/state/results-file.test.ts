import { expect, it, vi } from 'vitest';
import { AppError } from '../core/failure.ts';
import type { Inspection, Intake } from '../core/intake.ts';
import type { Run } from '../core/runs.ts';
import type { Asks } from '../core/wire.ts';
import { IDLE, type Draft } from './intake-state.ts';
import { resultsFileActions } from './results-file.ts';
import { createAppStore } from './store.ts';

const COLUMNS = ["'=a", 'text', 'sentiscope_predicted'];
const INSPECTION = {
  reading: { format: 'csv', gzip: false },
  columns: COLUMNS.map((name) => ({ name, role: undefined })),
  problems: { total: 0, skipped: 0, listed: [] },
  results: { own: [0, 1], places: {}, model: 'm q8 1' },
} as unknown as Inspection; // all that is read of it

const DRAFT = {
  phase: 'draft',
  file: new File(['x'], 'scored.csv'),
  inspection: INSPECTION,
  mapping: { text: 1, labels: {} },
  rereading: false,
  starting: false,
} as unknown as Draft; // all that is read of it

const STORED = { rows: 3, blocks: 1, problems: INSPECTION.problems };

function setUp(fakes: { store?: Asks<Intake>['store']; unscored?: boolean } = {}) {
  const store = createAppStore();
  store.setState({ intake: DRAFT });
  const runs = new Map<string, Run>();
  const onOpened = vi.fn<(run: Run) => void>();
  const actions = resultsFileActions({
    store,
    importer: { store: fakes.store ?? (async () => STORED) },
    archive: {
      create: async (run) => (runs.set(run.id, run), run),
      async settle({ run, status }) {
        if (fakes.unscored && status === 'finished')
          throw new AppError({ code: 'bad-input', detail: '1 of 3 rows done' });
        return { ...runs.get(run)!, status };
      },
      remove: async (run) => void runs.delete(run),
    },
    close: () => store.setState({ intake: IDLE }),
    onOpened,
  });
  const opening = () => (store.getState().intake as Draft).opening;
  return { store, runs, onOpened, opening, ...actions };
}

it('makes a finished run of the file’s own columns, with the model that the file names', async () => {
  const { open, onOpened, store } = setUp();
  await open();
  expect(onOpened.mock.calls[0]![0]).toMatchObject({
    name: 'scored.csv',
    status: 'finished',
    opened: true,
    columns: ['=a', 'text'],
    mapping: { text: 1 },
    model: { key: 'm q8 1' },
  });
  expect(store.getState().intake).toEqual(IDLE);
});

it('leaves a run with rows that were never scored to be gone on with', async () => {
  const { open, onOpened } = setUp({ unscored: true });
  await open();
  expect(onOpened.mock.calls[0]![0].status).toBe('stopped');
});

it('says what is wrong with the results, and keeps nothing of them', async () => {
  const failure = { code: 'results-file', detail: 'row 2', subject: 'scored.csv' } as const;
  const { open, onOpened, opening, runs } = setUp({
    store: () => Promise.reject(new AppError(failure)),
  });
  await open();
  expect(opening()).toEqual({ phase: 'failed', failure });
  expect(runs.size).toBe(0);
  expect(onOpened).not.toHaveBeenCalled();
});

it('keeps nothing when the draft is put away meanwhile', async () => {
  const { open, onOpened, runs, store } = setUp({
    async store(_, { signal, onProgress } = {}) {
      onProgress?.({ bytes: 1, totalBytes: 2, rows: 1, blocks: 0 });
      store.setState({ intake: IDLE });
      signal!.throwIfAborted();
      return STORED;
    },
  });
  await open();
  expect(runs.size).toBe(0);
  expect(onOpened).not.toHaveBeenCalled();
  expect(store.getState().intake).toEqual(IDLE);
});

it('does nothing while the text column is one of ours', async () => {
  const { open, runs, store } = setUp();
  store.setState({ intake: { ...DRAFT, mapping: { text: 2, labels: {} } } });
  await open();
  expect(runs.size).toBe(0);
});
