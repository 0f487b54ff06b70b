import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../core/failure.ts';
import type { Inspection, Intake, Mapping, Survey } from '../core/intake.ts';
import type { Timed } from '../core/scorer.ts';
import type { Asks } from '../core/wire.ts';
import type { Running } from './engine-state.ts';
import { intakeActions } from './intake.ts';
import type { NewRun } from './scoring.ts';
import { canStart, IDLE, type Draft } from './intake-state.ts';
import { createAppStore } from './store.ts';

const NO_PROBLEMS = { total: 0, skipped: 0, listed: [] };

const INSPECTION: Inspection = {
  reading: { format: 'csv', gzip: false, encoding: 'utf-8', delimiter: ',', header: true },
  encodingFrom: 'valid-utf-8',
  sheets: undefined,
  columns: ['id', 'text', 'label'].map((name) => ({ name, role: undefined })),
  rows: [['1', 'fine', 'good']],
  mapping: { text: 1, label: 2, labels: { good: 'positive' } },
  values: [undefined, undefined, ['good']],
  problems: NO_PROBLEMS,
  shape: 'csv id text label',
};

const SURVEY: Survey = {
  rows: 100,
  empty: 2,
  duplicates: 3,
  tooLong: 0,
  foreign: 0,
  tokens: 950,
  labels: [
    { value: 'good', count: 60 },
    { value: 'bad', count: 38 },
  ],
  sample: ['fine', 'not fine'],
  problems: { total: 1, skipped: 1, listed: [] },
};

const RUNNING = {
  model: { id: 'm' },
  device: 'wasm',
  workers: { ready: 2, wanted: 2 },
} as Running; // all that is read of it

const score = async (texts: readonly string[]) =>
  ({
    tokens: Uint32Array.from(texts, () => 10),
    paddedTokens: 10 * texts.length,
    tokenizeMs: 0,
    inferenceMs: 10 * texts.length,
    postprocessMs: 0,
  }) as Timed; // all that is read of it

interface Fakes extends Partial<Asks<Intake>> {
  start?: (order: NewRun) => Promise<void>;
  running?: Running | undefined;
  remembered?: Mapping;
}

function setUp({ start = async () => {}, running, remembered, ...importer }: Fakes = {}) {
  const store = createAppStore({
    engine: { running, loading: { phase: running ? 'none' : 'checking' } },
    intake: IDLE,
  });
  const written: [string, Mapping][] = [];
  const scoring = vi.fn(score);
  const actions = intakeActions({
    store,
    importer: {
      inspect: async () => INSPECTION,
      survey: async () => SURVEY,
      store: () => Promise.reject(new Error('not under test')),
      examples: () => Promise.reject(new Error('not under test')),
      ...importer,
    },
    score: scoring,
    start,
    sampleUrl: (name) => `https://page.example/samples/${name}`,
    memory: { read: () => remembered, write: (...entry) => void written.push(entry) },
  });
  const state = () => store.getState().intake;
  const draft = () => state() as Draft; // the tests look at drafts only
  return { ...actions, store, state, draft, written, scoring };
}

const file = (name = 'a.csv') => new File(['x'], name);
const failing = (code: 'file-empty' | 'file-damaged' | 'quota') => () =>
  Promise.reject(new AppError({ code, detail: 'test' }));

/** A promise to be answered by the test. */
function later<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((answer) => (resolve = answer));
  return { promise, resolve };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

afterEach(() => vi.unstubAllGlobals());

describe('opening a file', () => {
  it('shows its beginning, counts it and fills in the labels that the count has shown', async () => {
    const { open, draft } = setUp();
    await open([file()]);
    expect(draft()).toMatchObject({
      phase: 'draft',
      ignored: 0,
      mappingFrom: 'guess',
      survey: { phase: 'done', survey: SURVEY },
      mapping: { text: 1, label: 2, labels: { good: 'positive', bad: 'negative' } },
    });
  });

  it('takes the first of several and counts the others', async () => {
    const { open, draft } = setUp();
    await open([file('a.csv'), file('b.csv'), file('c.csv')]);
    expect(draft()).toMatchObject({ ignored: 2, file: { name: 'a.csv' } });
  });

  it('does nothing where there is no file or no text', async () => {
    const { open, openText, state } = setUp();
    await open([]);
    await openText(' \n ');
    expect(state()).toEqual(IDLE);
  });

  it('takes a pasted text as a file', async () => {
    const { openText, draft } = setUp();
    await openText('one\ntwo');
    expect(await draft().file.text()).toBe('one\ntwo');
  });

  it('shows why a file cannot be opened', async () => {
    const { open, state } = setUp({ inspect: failing('file-empty') });
    await open([file()]);
    expect(state()).toMatchObject({
      phase: 'failed',
      name: 'a.csv',
      failure: { code: 'file-empty' },
    });
  });

  it('lets a new file replace the one under way', async () => {
    const answers = [later<Inspection>(), later<Inspection>()];
    let asked = 0;
    const signals: AbortSignal[] = [];
    const { open, draft } = setUp({
      inspect: (_, options) => {
        signals.push(options!.signal!);
        return answers[asked++]!.promise;
      },
    });
    const first = open([file('first.csv')]);
    await settled();
    const second = open([file('second.csv')]);
    expect(signals[0]!.aborted).toBe(true);
    answers[1]!.resolve(INSPECTION);
    await second;
    answers[0]!.resolve(INSPECTION);
    await first;
    expect(draft().file.name).toBe('second.csv');
  });

  it('draws nothing after it was closed', async () => {
    const inspected = later<Inspection>();
    const { open, close, state } = setUp({ inspect: () => inspected.promise });
    const opening = open([file()]);
    close();
    inspected.resolve(INSPECTION);
    await opening;
    expect(state()).toEqual(IDLE);
  });

  it('takes the mapping of the last file of the same shape', async () => {
    const remembered: Mapping = { text: 0, labels: {} };
    const { open, draft } = setUp({ remembered });
    await open([file()]);
    expect(draft()).toMatchObject({ mapping: remembered, mappingFrom: 'remembered' });
  });

  it('does not trust a remembered mapping of columns that are not there', async () => {
    const { open, draft } = setUp({ remembered: { text: 7, labels: {} } });
    await open([file()]);
    expect(draft()).toMatchObject({ mapping: { text: 1 }, mappingFrom: 'guess' });
  });
});

describe('a model with labels of its own that comes while a draft is open', () => {
  const model = { source: 'own', id: 'own-1', labels: ['Good', 'odd'] };
  const own = { ...RUNNING, model } as unknown as Running; // all that is read of it
  const answers = (running: Running) =>
    ({ engine: { running, loading: { phase: 'none' } } }) as const;

  it('has the values of the label column read anew, and so has the next one', async () => {
    const { open, store, draft } = setUp({ running: RUNNING });
    await open([file()]);
    expect(draft().mapping.labels).toMatchObject({ good: 'positive' });
    store.setState(answers(own));
    await vi.waitFor(() => expect(draft().survey.phase).toBe('done'));
    expect(draft().mapping).toEqual({ text: 1, labels: {} }); // one name of two is no label column
    store.setState(answers(RUNNING));
    await vi.waitFor(() => expect(draft().mapping.labels).toMatchObject({ bad: 'negative' }));
  });

  it('starts with what its names say, not with what was read for the model before', async () => {
    const start = vi.fn(async () => {});
    const actions = setUp({ start });
    await actions.open([file()]);
    await actions.chooseColumn('label', 2);
    actions.chooseLabel('good', 'neutral');
    const starting = actions.start();
    actions.store.setState(answers(own));
    await starting;
    expect(start.mock.calls[0]).toMatchObject([
      { mapping: { label: 2, labels: { good: 'Good', odd: 'odd' } } },
    ]);
  });
});

describe('samples', () => {
  it('come from beside the page', async () => {
    const fetched = vi.fn<(url: string) => Promise<Response>>(
      async () => new Response('text\nfine'),
    );
    vi.stubGlobal('fetch', fetched);
    const { openSample, draft } = setUp();
    await openSample('reviews.csv');
    expect(fetched.mock.calls[0]![0]).toBe('https://page.example/samples/reviews.csv');
    expect(draft().file.name).toBe('reviews.csv');
    expect(await draft().file.text()).toBe('text\nfine');
  });

  it.each([
    ['offline', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['file-missing', async () => new Response('', { status: 404 })],
  ])('that do not arrive say so: %s', async (code, answer) => {
    vi.stubGlobal('fetch', answer);
    const { openSample, state } = setUp();
    await openSample('reviews-hard.csv');
    expect(state()).toMatchObject({
      phase: 'failed',
      failure: { code, subject: 'reviews-hard.csv' },
    });
  });
});

describe('reading a file another way', () => {
  it('adds up the choices and counts again', async () => {
    const readings: unknown[] = [];
    const survey = vi.fn(async () => SURVEY);
    const { open, chooseReading, draft } = setUp({
      inspect: async ({ reading }) => {
        readings.push(reading);
        return { ...INSPECTION, reading: { ...INSPECTION.reading, ...reading } };
      },
      survey,
    });
    await open([file()]);
    await chooseReading({ delimiter: ';' });
    await chooseReading({ encoding: 'windows-1252' });
    expect(readings.at(-1)).toEqual({ delimiter: ';', encoding: 'windows-1252' });
    expect(draft()).toMatchObject({ rereading: false, survey: { phase: 'done' } });
    expect(survey).toHaveBeenCalledTimes(3);
    await chooseReading({ format: 'text' });
    expect(readings.at(-1)).toEqual({ format: 'text' });
  });

  it('keeps what is shown, and the choices behind it, where another reading fails', async () => {
    let fail = false;
    const { open, chooseReading, draft } = setUp({
      inspect: async ({ reading }) => {
        if (fail) throw new AppError({ code: 'file-damaged', detail: 'test' });
        return { ...INSPECTION, reading: { ...INSPECTION.reading, ...reading } };
      },
    });
    await open([file()]);
    await chooseReading({ delimiter: ';' });
    fail = true;
    await chooseReading({ format: 'json' });
    expect(draft()).toMatchObject({
      refused: { code: 'file-damaged' },
      chosen: { delimiter: ';' },
      inspection: { reading: { format: 'csv', delimiter: ';' } },
      survey: { phase: 'done' },
    });
  });

  it('keeps the columns that were chosen as long as there are as many', async () => {
    let columns = INSPECTION.columns;
    const { open, chooseReading, chooseColumn, draft } = setUp({
      inspect: async () => ({ ...INSPECTION, columns }),
    });
    await open([file()]);
    await chooseColumn('group', 0);
    await chooseReading({ encoding: 'windows-1252' });
    expect(draft()).toMatchObject({ mapping: { group: 0 }, mappingFrom: 'chosen' });
    columns = columns.slice(0, 2);
    await chooseReading({ delimiter: ';' });
    expect(draft().mapping).not.toHaveProperty('group');
  });

  it('cannot start while it is under way', async () => {
    const again = later<Inspection>();
    let first = true;
    const { open, chooseReading, draft } = setUp({
      inspect: () => {
        if (!first) return again.promise;
        first = false;
        return Promise.resolve(INSPECTION);
      },
    });
    await open([file()]);
    expect(canStart(draft())).toBe(true);
    const reading = chooseReading({ header: false });
    expect(canStart(draft())).toBe(false);
    again.resolve(INSPECTION);
    await reading;
    expect(canStart(draft())).toBe(true);
  });
});

describe('the survey', () => {
  it('counts again for another text or label column only', async () => {
    const survey = vi.fn(async () => SURVEY);
    const { open, chooseColumn, chooseLabel } = setUp({ survey });
    await open([file()]);
    await chooseColumn('date', 0);
    chooseLabel('bad', null);
    expect(survey).toHaveBeenCalledTimes(1);
    await chooseColumn('label', undefined);
    await chooseColumn('text', 0);
    expect(survey).toHaveBeenCalledTimes(3);
  });

  it('gives up the count of a column that is no longer wanted', async () => {
    const slow = later<Survey>();
    let asked = 0;
    const { open, chooseColumn, draft } = setUp({
      survey: () => (asked++ === 0 ? slow.promise : Promise.resolve({ ...SURVEY, rows: 7 })),
    });
    const opening = open([file()]);
    await settled();
    await chooseColumn('text', 0);
    slow.resolve(SURVEY);
    await opening;
    expect(draft().survey).toMatchObject({ phase: 'done', survey: { rows: 7 } });
  });

  it('keeps what was chosen while it counted', async () => {
    const slow = later<Survey>();
    const { open, chooseLabel, draft } = setUp({ survey: () => slow.promise });
    const opening = open([file()]);
    await settled();
    chooseLabel('bad', 'neutral');
    slow.resolve(SURVEY);
    await opening;
    expect(draft().mapping.labels).toEqual({ good: 'positive', bad: 'neutral' });
  });

  it('shows how far it is', async () => {
    const progress = { bytes: 1, totalBytes: 2, rows: 3 };
    const slow = later<Survey>();
    const { open, draft } = setUp({
      survey: (_, options) => {
        options?.onProgress?.(progress);
        return slow.promise;
      },
    });
    void open([file()]);
    await settled();
    expect(draft().survey).toEqual({ phase: 'running', progress });
  });

  it('can fail without taking the draft away, and be tried again', async () => {
    let fail = true;
    const { open, surveyAgain, draft } = setUp({
      survey: () => (fail ? failing('file-damaged')() : Promise.resolve(SURVEY)),
    });
    await open([file()]);
    expect(draft().survey).toMatchObject({ phase: 'failed', failure: { code: 'file-damaged' } });
    expect(canStart(draft())).toBe(false);
    fail = false;
    await surveyAgain();
    expect(canStart(draft())).toBe(true);
  });

  it('is not made without a text column', async () => {
    const survey = vi.fn(async () => SURVEY);
    const { open, draft } = setUp({
      inspect: async () => ({ ...INSPECTION, mapping: { text: -1, labels: {} } }),
      survey,
    });
    await open([file()]);
    expect(survey).not.toHaveBeenCalled();
    expect(canStart(draft())).toBe(false);
  });
});

describe('the estimate', () => {
  it('waits for the model and all its workers, then measures', async () => {
    const { open, draft, store } = setUp();
    await open([file()]);
    expect(draft().estimate).toEqual({ phase: 'waiting' });
    const engine = (workers: Running['workers']) =>
      store.setState({
        engine: { running: { ...RUNNING, workers }, loading: { phase: 'none' } },
      });
    engine({ ready: 1, wanted: 2 });
    await settled();
    expect(draft().estimate).toEqual({ phase: 'waiting' });
    engine({ ready: 2, wanted: 2 });
    await settled();
    expect(draft().estimate).toMatchObject({
      phase: 'done',
      estimate: { tokensPerSecond: 2000 }, // 1 token a ms, two workers
    });
  });

  it('is measured again when another model answers', async () => {
    const { open, store, scoring } = setUp({ running: RUNNING });
    await open([file()]);
    const before = scoring.mock.calls.length;
    store.setState({ updateReady: true });
    await settled();
    expect(scoring.mock.calls.length).toBe(before);
    const model = { ...RUNNING.model, id: 'another' };
    store.setState({
      engine: { running: { ...RUNNING, model }, loading: { phase: 'none' } },
    });
    await settled();
    expect(scoring.mock.calls.length).toBe(2 * before);
  });
});

describe('starting', () => {
  it('hands everything over, remembers the choices and puts the draft away', async () => {
    const orders: NewRun[] = [];
    const { open, chooseColumn, start, state, written } = setUp({
      running: RUNNING,
      start: async (order) => void orders.push(order),
    });
    await open([file()]);
    await chooseColumn('group', 0);
    await start();
    expect(orders).toMatchObject([
      {
        file: { name: 'a.csv' },
        reading: INSPECTION.reading,
        mapping: { text: 1, group: 0 },
        columns: ['id', 'text', 'label'],
        problems: SURVEY.problems,
      },
    ]);
    expect(written).toMatchObject([[INSPECTION.shape, { text: 1, group: 0 }]]);
    expect(state()).toEqual(IDLE);
  });

  it('is possible before everything is counted', async () => {
    const orders: NewRun[] = [];
    let surveying: AbortSignal | undefined;
    const { open, start } = setUp({
      running: RUNNING,
      survey: (_, options) => {
        surveying = options!.signal;
        return new Promise(() => {});
      },
      start: async (order) => void orders.push(order),
    });
    void open([file()]);
    await settled();
    await start();
    expect(orders).toMatchObject([{ problems: INSPECTION.problems }]);
    expect(surveying!.aborted).toBe(true);
  });

  it('keeps the draft and says why where it fails', async () => {
    const { open, start, draft } = setUp({ running: RUNNING, start: failing('quota') });
    await open([file()]);
    await start();
    expect(draft()).toMatchObject({ starting: false, startFailure: { code: 'quota' } });
  });

  it('happens once', async () => {
    const started = vi.fn(() => new Promise<void>(() => {}));
    const { open, start } = setUp({ running: RUNNING, start: started });
    await open([file()]);
    void start();
    void start();
    await settled();
    expect(started).toHaveBeenCalledTimes(1);
  });

  it('does nothing where no row holds a text', async () => {
    const started = vi.fn(async () => {});
    const { open, start } = setUp({
      survey: async () => ({ ...SURVEY, rows: 5, empty: 5, sample: [] }),
      start: started,
    });
    await open([file()]);
    await start();
    expect(started).not.toHaveBeenCalled();
  });

  it('waits for a model that is on its way, and can be given up meanwhile', async () => {
    const started = vi.fn(async () => {});
    const { open, start, close, store, draft, state } = setUp({ start: started });
    await open([file()]);
    const first = start();
    expect(draft().starting).toBe(true);
    close();
    await first;
    await open([file()]);
    const second = start();
    store.setState({ engine: { running: RUNNING, loading: { phase: 'none' } } });
    await second;
    expect(started).toHaveBeenCalledTimes(1);
    expect(state()).toEqual(IDLE);
  });

  it('goes back to the draft where no model comes', async () => {
    const started = vi.fn(async () => {});
    const { open, start, store, draft } = setUp({ start: started });
    await open([file()]);
    const starting = start();
    store.setState({ engine: { running: undefined, loading: { phase: 'stopped' } } });
    await starting;
    expect(draft()).toMatchObject({ starting: false, estimate: { phase: 'waiting' } });
    expect(started).not.toHaveBeenCalled();
  });
});
