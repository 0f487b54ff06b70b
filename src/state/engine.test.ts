import { describe, expect, it } from 'vitest';
import type { Capabilities } from '../core/capabilities.ts';
import { AppError, type Failure } from '../core/failure.ts';
import type { Fetched } from '../core/protocol.ts';
import type { Runtime } from '../core/runtime.ts';
import type { PoolEvent, Scorer, StartOrder } from '../core/scorer.ts';
import { BASE } from '../models/catalogue.ts';
import { filesOf, type HubChoice } from '../models/chosen.ts';
import { isUnderWay } from './engine-state.ts';
import { engineActions } from './engine.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { createAppStore } from './store.ts';

const CAN: Capabilities = {
  moduleWorkers: true,
  wasmSimd: true,
  jspi: false,
  gpu: 'no-webgpu',
  cores: 4,
  memoryGb: 8,
};
const ON_GPU: Settings = { ...DEFAULT_SETTINGS, device: 'webgpu' };
const GPU = { name: 'nvidia', software: false };
const runtime = (name: string): Runtime => ({
  mjs: name,
  wasm: { name, url: `/${name}`, bytes: 1 },
});
const RUNTIMES = { plain: runtime('plain'), jspi: runtime('jspi'), asyncify: runtime('asyncify') };
const SMALL = { source: 'bundled', id: 'sentiscope-small' } as const;
const HUB: HubChoice = {
  source: 'hub',
  id: 'a/b',
  host: 'https://hub.example/',
  classes: ['negative', 'positive'],
  files: [{ name: 'm.onnx', url: 'https://hub.example/m.onnx', bytes: 7 }],
};
const altered = new AppError({ code: 'file-altered', detail: '', subject: 'm.onnx' });

const MODELS = 'https://page.example/models/';
const WEIGHTS = { q8: filesOf(BASE, 'q8', MODELS), q4: filesOf(BASE, 'q4', MODELS) };

interface Given {
  can?: Partial<Capabilities>;
  settings?: Settings;
  /** What earlier visits have left; the accurate model when absent. */
  kept?: { url: string; bytes: number }[];
}

/** The actions over a scorer whose downloads last until the test ends them. */
function setUp(given: Given = {}) {
  const { can, settings = DEFAULT_SETTINGS, kept: files = [...WEIGHTS.q8, ...WEIGHTS.q4] } = given;
  const store = createAppStore({ settings });
  const downloads: { finish: (files?: Fetched['files']) => void; fail: (e: unknown) => void }[] =
    [];
  const orders: StartOrder[] = [];
  const sizes: number[] = [];
  const promoted: number[] = [];
  const hopeless: Failure[] = [];
  const kept: Settings[] = [];
  let listener: (event: PoolEvent) => void = () => {};
  const scorer: Scorer = {
    fetch: (_, { signal }) =>
      new Promise((resolve, reject) => {
        downloads.push({ finish: (files = {}) => resolve({ files }), fail: reject });
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      }),
    start: async (order) => {
      orders.push(order);
      return { loadMs: 5 };
    },
    activity: () => [],
    score: () => Promise.reject(new Error('not under test')),
    resize: (workers) => void sizes.push(workers),
    promote: (workers) => void promoted.push(workers),
    fail: (failure) => void hopeless.push(failure),
    watch: (heard) => void (listener = heard),
  };
  const engine = engineActions({
    store,
    scorer,
    findCapabilities: async () => ({ ...CAN, ...can }),
    runtimes: RUNTIMES,
    modelBase: MODELS,
    keepSettings: (settings) => void kept.push(settings),
    listKept: async () => files,
    onKept: () => {},
    gpuMemory: { get: () => undefined, set: () => {} },
    versions: { app: '1', runtime: '1' },
    now: () => performance.now(),
  });
  /** Lets the download number `n` begin. */
  const begun = async (n: number) => {
    while (downloads.length < n) await Promise.resolve();
    return downloads[n - 1]!;
  };
  /** Starts what is wanted and downloads it at once. */
  const run = async (start: () => Promise<void>) => {
    const n = downloads.length + 1;
    const done = start();
    (await begun(n)).finish();
    await done;
  };
  const emit = (event: PoolEvent) => listener(event);
  return { store, engine, downloads, orders, sizes, promoted, hopeless, kept, begun, run, emit };
}

describe('starting', () => {
  it('ends with the model that answers, and keeps the settings only then', async () => {
    const { store, engine, begun, kept, orders } = setUp();
    const done = engine.start();
    const download = await begun(1);
    expect(kept).toEqual([]);
    download.finish();
    await done;
    expect(store.getState().engine).toMatchObject({
      running: { model: { id: 'sentiscope-base' }, device: 'wasm', dtype: 'q8', engine: 'kernel' },
      loading: { phase: 'none' },
    });
    expect(orders[0]).toMatchObject({ workers: 3, load: { model: { dtype: 'q8' } } });
    expect(kept).toEqual([DEFAULT_SETTINGS]);
  });

  it('refuses a browser that cannot do it, before anything is downloaded', async () => {
    const { store, engine, downloads } = setUp({ can: { wasmSimd: false } });
    await engine.start();
    expect(store.getState().engine.loading).toMatchObject({
      phase: 'failed',
      failure: { code: 'browser-too-old', detail: 'missing: WebAssembly SIMD' },
    });
    expect(downloads).toEqual([]);
  });

  it('shows a failed download and tells the waiting', async () => {
    const { store, engine, begun, hopeless } = setUp();
    const done = engine.start();
    (await begun(1)).fail(altered);
    await done;
    expect(store.getState().engine.loading).toEqual({ phase: 'failed', failure: altered.failure });
    expect(hopeless).toEqual([altered.failure]);
  });
});

describe('cancelling', () => {
  it('says that loading was stopped where nothing runs', async () => {
    const { store, engine, begun, hopeless } = setUp();
    const done = engine.start();
    await begun(1);
    engine.cancel();
    expect(store.getState().engine.loading).toEqual({ phase: 'stopped' });
    await done;
    expect(store.getState().engine.loading).toEqual({ phase: 'stopped' });
    expect(hopeless.map(({ code }) => code)).toEqual(['cancelled']);
  });

  it('returns to the running model and its settings', async () => {
    const { store, engine, begun, run, kept } = setUp();
    await run(engine.start);
    const done = engine.chooseModel(SMALL);
    await begun(2);
    engine.cancel();
    await done;
    expect(store.getState()).toMatchObject({
      settings: DEFAULT_SETTINGS,
      engine: { running: { model: { id: 'sentiscope-base' } }, loading: { phase: 'none' } },
    });
    expect(kept).toEqual([DEFAULT_SETTINGS]);
  });

  it('can be followed by another start at once', async () => {
    const { store, engine, begun, run } = setUp();
    const first = engine.start();
    await begun(1);
    engine.cancel();
    await run(engine.start);
    await first;
    expect(store.getState().engine.running).toBeDefined();
    expect(store.getState().engine.loading).toEqual({ phase: 'none' });
  });
});

describe('choosing another model', () => {
  it('replaces a load in progress', async () => {
    const { store, engine, begun, run, orders } = setUp();
    const first = engine.start();
    await begun(1);
    await run(() => engine.chooseModel(SMALL));
    await first;
    expect(orders.map(({ load }) => load.model.id)).toEqual(['sentiscope-small']);
    expect(store.getState().engine.running?.model.id).toBe('sentiscope-small');
  });

  it('leaves the earlier one running when the new one cannot be loaded', async () => {
    const { store, engine, begun, run, kept } = setUp();
    await run(engine.start);
    const done = engine.chooseModel(HUB);
    (await begun(2)).fail(altered);
    await done;
    expect(store.getState().engine).toMatchObject({
      running: { model: { id: 'sentiscope-base' } },
      loading: { phase: 'failed' },
    });
    expect(kept).toEqual([DEFAULT_SETTINGS]); // the next visit starts with what works
    engine.cancel();
    expect(store.getState()).toMatchObject({
      settings: DEFAULT_SETTINGS,
      engine: { loading: { phase: 'none' } },
    });
  });
});

describe('a hub model of the last visit', () => {
  const settings: Settings = { ...DEFAULT_SETTINGS, model: HUB };

  it('is not asked for again without a word from the user', async () => {
    const { store, engine, downloads, run } = setUp({ settings });
    await engine.resume();
    expect(store.getState().engine.loading).toEqual({ phase: 'asking', model: HUB });
    expect(downloads).toEqual([]);
    await run(engine.start);
    expect(store.getState().engine.running?.model).toBe(HUB);
  });
});

describe('choosing a device', () => {
  it('explains a missing GPU without loading anything again', async () => {
    const { store, engine, run, downloads } = setUp({ can: { gpu: 'no-adapter' } });
    await run(engine.start);
    await engine.chooseDevice('webgpu');
    expect(store.getState().engine.running).toMatchObject({
      device: 'wasm',
      fallback: { why: 'no-adapter' },
    });
    await engine.chooseDevice('wasm');
    expect(store.getState().engine.running?.fallback).toBeUndefined();
    expect(downloads.length).toBe(1);
  });

  it('moves to WASM when the GPU keeps failing', async () => {
    const { store, engine, run, begun, emit } = setUp({ can: { gpu: GPU }, settings: ON_GPU });
    await run(engine.start);
    expect(store.getState().engine.running?.device).toBe('webgpu');
    emit({ kind: 'gave-up', failure: { code: 'gpu-lost', detail: 'driver reset' } });
    expect(store.getState().engine.running).toBeUndefined();
    (await begun(2)).finish();
    await expect
      .poll(() => store.getState().engine.running)
      .toMatchObject({ device: 'wasm', fallback: { why: 'gpu-lost', detail: 'driver reset' } });
  });

  it('lets a load in progress go on when the model before it gives up', async () => {
    const { store, engine, run, begun, emit, downloads } = setUp({
      can: { gpu: GPU },
      settings: ON_GPU,
    });
    await run(engine.start);
    const done = engine.chooseModel(SMALL);
    const download = await begun(2);
    emit({ kind: 'gave-up', failure: { code: 'gpu-lost', detail: '' } });
    download.finish();
    await done;
    expect(store.getState().engine.running?.model.id).toBe('sentiscope-small');
    expect(downloads.length).toBe(2);
  });
});

describe('workers', () => {
  it('can be changed while a model loads', async () => {
    const { engine, begun, orders, kept } = setUp();
    const done = engine.start();
    const download = await begun(1);
    engine.chooseWorkers(2);
    download.finish();
    await done;
    expect(orders[0]!.workers).toBe(2);
    expect(kept.at(-1)).toMatchObject({ workers: 2 });
  });

  it('are changed at once on WASM, and left to the page again', async () => {
    const { engine, run, sizes, kept } = setUp();
    await run(engine.start);
    engine.chooseWorkers(8);
    engine.chooseWorkers(undefined);
    expect(sizes).toEqual([8, 3]);
    expect(kept.at(-1)).toEqual(DEFAULT_SETTINGS);
  });

  it('are shown as they come, with restarts and their reason', async () => {
    const { store, engine, run, emit } = setUp();
    await run(engine.start);
    emit({ kind: 'workers', ready: 2, wanted: 3 });
    emit({ kind: 'restarted', failure: { code: 'worker-crashed', detail: 'killed' } });
    expect(store.getState().engine.running).toMatchObject({
      workers: { ready: 2, wanted: 3 },
      restarts: 1,
      lastCrash: { detail: 'killed' },
    });
  });
});

describe('a first visit', () => {
  /** Comes as far as the stand-in's answering, with the accurate model under way. */
  async function standingIn(given: Given = {}) {
    const app = setUp({ kept: [], ...given });
    const done = app.engine.start();
    (await app.begun(1)).finish();
    const download = await app.begun(2);
    return { ...app, done, download, now: () => app.store.getState().engine };
  }

  it('is spoken to by the small model until the accurate one is there', async () => {
    const { done, download, now, orders, kept } = await standingIn();
    expect(now()).toMatchObject({
      running: undefined,
      standIn: { model: { id: 'sentiscope-small' }, device: 'wasm', engine: 'kernel' },
    });
    expect(kept).toEqual([]);
    download.finish();
    await done;
    expect(now()).toMatchObject({ running: { model: { id: 'sentiscope-base' } } });
    expect(now().standIn).toBeUndefined();
    expect(orders).toMatchObject([
      { workers: 1, standIn: true, load: { model: { id: 'sentiscope-small' } } },
      { workers: 3, standIn: false, load: { model: { id: 'sentiscope-base' } } },
    ]);
    expect(kept).toEqual([DEFAULT_SETTINGS]);
  });

  it('is spoken to by it while a GPU gets its weights, too', async () => {
    const { done, download, now } = await standingIn({ can: { gpu: GPU }, settings: ON_GPU });
    expect(now().standIn?.device).toBe('wasm');
    download.finish();
    await done;
    expect(now()).toMatchObject({ running: { device: 'webgpu' } });
  });

  it('goes on with it when the accurate one fails, and can try again', async () => {
    const { engine, done, download, now, run, orders } = await standingIn();
    download.fail(altered);
    await done;
    expect(now()).toMatchObject({
      running: undefined,
      standIn: { model: { id: 'sentiscope-small' } },
      loading: { phase: 'failed' },
    });
    await run(engine.start); // one download: the stand-in is there already
    expect(orders.map(({ load }) => load.model.id)).toEqual([
      'sentiscope-small',
      'sentiscope-base',
    ]);
  });

  it('goes on with it when loading is stopped', async () => {
    const { engine, done, now, hopeless } = await standingIn();
    engine.cancel();
    await done;
    expect(now()).toMatchObject({
      standIn: { model: { id: 'sentiscope-small' } },
      loading: { phase: 'stopped' },
    });
    expect(hopeless.map(({ code }) => code)).toEqual(['cancelled']);
  });

  it('can keep it for good, without another download', async () => {
    const { engine, done, now, downloads, promoted } = await standingIn();
    await engine.chooseModel(SMALL);
    await done;
    expect(now()).toMatchObject({
      running: { model: { id: 'sentiscope-small' }, workers: { wanted: 3 } },
    });
    expect(now().standIn).toBeUndefined();
    expect([downloads.length, promoted]).toEqual([2, [3]]);
  });

  it('gets the accurate one all the same when the small one cannot be had', async () => {
    const { engine, store, begun } = setUp({ kept: [] });
    const done = engine.start();
    (await begun(1)).fail(altered);
    (await begun(2)).finish();
    await done;
    expect(store.getState().engine.running?.model.id).toBe('sentiscope-base');
  });

  it('is not kept waiting by a stand-in where another engine or model is wanted', async () => {
    for (const settings of [
      { ...DEFAULT_SETTINGS, engine: 'library' },
      { ...DEFAULT_SETTINGS, model: SMALL },
    ] as const) {
      const { engine, run, orders } = setUp({ kept: [], settings });
      await run(engine.start);
      expect(orders).toMatchObject([{ standIn: false }]);
    }
  });

  it('says nothing of a stand-in that gives up while the accurate one is on its way', async () => {
    const { done, download, now, emit } = await standingIn();
    emit({ kind: 'gave-up', failure: { code: 'worker-crashed', detail: 'killed' } });
    expect(now().standIn).toBeUndefined();
    expect(isUnderWay(now().loading)).toBe(true);
    download.finish();
    await done;
    expect(now().running).toBeDefined();
  });
});
