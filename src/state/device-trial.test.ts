import { describe, expect, it } from 'vitest';
import type { Capabilities } from '../core/capabilities.ts';
import { AppError } from '../core/failure.ts';
import type { Device, Scored } from '../core/protocol.ts';
import type { Scorer, StartOrder } from '../core/scorer.ts';
import { BASE } from '../models/catalogue.ts';
import { filesOf } from '../models/chosen.ts';
import { engineActions } from './engine.ts';
import { createGpuMemory, type GpuMemory } from './gpu-memory.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { createAppStore, type Store } from './store.ts';

const MODELS = 'https://page.example/models/';
const CAN: Capabilities = {
  moduleWorkers: true,
  wasmSimd: true,
  jspi: true,
  gpu: { name: 'acme', software: false },
  cores: 2,
  memoryGb: 8,
};
const probes = ['good', 'bad', 'a'.repeat(300)].map((text, i) => ({
  text,
  label: i === 1 ? 'negative' : 'positive',
  fp32: i === 1 ? [0.9, 0.05, 0.05] : [0.05, 0.05, 0.9],
}));
const PROBES = JSON.stringify({ tolerance: { q8: 0.1, q4: 0.1 }, probes });
const runtime = (name: string) => ({ mjs: name, wasm: { name, url: `/${name}`, bytes: 1 } });

function memoryOf(): GpuMemory {
  let kept: unknown = null;
  return createGpuMemory({ read: () => kept, write: (value) => void (kept = value) });
}

interface Machine {
  /** Texts a second of each, alone and together alike. */
  gpu: number;
  processor: number;
  memory?: GpuMemory;
  settings?: Settings;
  version?: string;
  can?: Partial<Capabilities>;
  /** What the GPU says of every text; the truth when absent. */
  gpuSays?: readonly number[];
  /** Happens before each call that the pool answers. */
  onPoolCall?: (store: Store) => void;
  /** Rejects the download of what a device needs. */
  offline?: Device;
}

/** A page on a machine whose two devices have known speeds, with a clock that only they move. */
function visit(machine: Machine) {
  const { gpu, processor, memory = memoryOf(), settings = DEFAULT_SETTINGS } = machine;
  const store = createAppStore({ settings });
  const started: Device[] = [];
  const poolLists: number[] = [];
  let clock = 0;
  const answer = (texts: readonly string[], perSecond: number, says?: readonly number[]) => {
    const inferenceMs = (texts.length * 1000) / perSecond;
    clock += inferenceMs;
    const rows = texts.flatMap((text) => says ?? probes.find((each) => each.text === text)?.fp32 ?? [0, 0, 1]); // prettier-ignore
    return {
      probabilities: Float32Array.from(rows),
      paddedTokens: texts.length * 30,
      inferenceMs,
    } as Scored; // all that is read
  };
  const scorer: Scorer = {
    fetch: async (files) => {
      const device = files.some(({ name }) => name === 'jspi') ? 'webgpu' : 'wasm';
      if (machine.offline === device) throw new AppError({ code: 'offline', detail: 'cable' });
      return { files: { 'probes.json': new Blob([PROBES]), jspi: new Blob(), plain: new Blob() } };
    },
    start: async ({ load, accept }: StartOrder, signal) => {
      const { device } = load.model;
      if (device === 'webgpu') await accept?.(async (texts) => answer(texts, gpu, machine.gpuSays));
      signal.throwIfAborted();
      started.push(device);
      return { loadMs: 5 };
    },
    score: async (texts, options) => {
      machine.onPoolCall?.(store);
      options?.signal?.throwIfAborted();
      poolLists.push(texts.length);
      return { ...answer(texts, processor), queueMs: 0, roundTripMs: 0 };
    },
    activity: () => [],
    resize: () => {},
    promote: () => {},
    fail: () => {},
    watch: () => {},
  };
  const engine = engineActions({
    store,
    scorer,
    findCapabilities: async () => ({ ...CAN, ...machine.can }),
    runtimes: { plain: runtime('plain'), jspi: runtime('jspi'), asyncify: runtime('asyncify') },
    modelBase: MODELS,
    keepSettings: () => {},
    // Here from an earlier visit: no other model has to stand in meanwhile.
    listKept: async () => [...filesOf(BASE, 'q8', MODELS), ...filesOf(BASE, 'q4', MODELS)],
    onKept: () => {},
    gpuMemory: memory,
    versions: { app: machine.version ?? '1', runtime: '1' },
    now: () => clock,
  });
  return { store, engine, started, poolLists, memory, state: () => store.getState().engine };
}

const SLOW_GPU = { gpu: 50, processor: 200 };
const FAST_GPU = { gpu: 2000, processor: 200 };

describe('the first visit to a machine with a GPU', () => {
  it('stays on the processor where that is faster, and shows both figures', async () => {
    const { engine, started, state } = visit(SLOW_GPU);
    await engine.start();
    expect(started).toEqual(['wasm']);
    expect(state()).toMatchObject({
      running: {
        device: 'wasm',
        engine: 'kernel',
        fallback: { why: 'gpu-slower' },
        trial: { processor: { oneTextMs: 5, workers: 1 }, gpu: { oneTextMs: 20 } },
      },
      loading: { phase: 'none' },
    });
    const { trial } = state().running!;
    expect(trial!.processor.textsPerSecond).toBeCloseTo(200);
    expect(trial!.gpu.textsPerSecond).toBeCloseTo(50);
  });

  it('moves to the GPU where that is faster, with batches as large as they were found best', async () => {
    const { engine, started, state } = visit(FAST_GPU);
    await engine.start();
    expect(started).toEqual(['wasm', 'webgpu']);
    expect(state().running).toMatchObject({ device: 'webgpu', batchTokens: 256 });
    expect(state().running!.fallback).toBeUndefined();
    expect(state().running!.trial!.gpu.textsPerSecond).toBeCloseTo(2000);
  });

  it('lets the processor answer while the GPU is tried', async () => {
    const seen = new Set<string>();
    const { engine } = visit({
      ...FAST_GPU,
      onPoolCall: (store) => {
        const { running, loading } = store.getState().engine;
        seen.add(`${running?.device} ${running?.fallback?.why} ${loading.phase}`);
      },
    });
    await engine.start();
    expect([...seen]).toEqual(['wasm gpu-untried comparing']);
  });

  it('measures with ordinary texts only', async () => {
    const { engine, poolLists } = visit(SLOW_GPU);
    await engine.start();
    expect(poolLists.slice(0, 3)).toEqual([1, 1, 1]);
    expect(Math.max(...poolLists)).toBeLessThanOrEqual(512);
  });
});

describe('a later visit', () => {
  it('starts the faster one at once', async () => {
    for (const [machine, device] of [
      [SLOW_GPU, 'wasm'],
      [FAST_GPU, 'webgpu'],
    ] as const) {
      // prettier-ignore
      const first = visit(machine);
      await first.engine.start();
      const { engine, started, poolLists, state } = visit({ ...machine, memory: first.memory });
      await engine.start();
      expect(started).toEqual([device]);
      expect(poolLists).toEqual([]);
      expect(state().running!.trial).toEqual(first.state().running!.trial);
    }
  });

  it.each([
    ['version', { version: '2' }],
    ['adapter', { can: { gpu: { name: 'other', software: false } } }],
    ['model', { settings: { ...DEFAULT_SETTINGS, model: { source: 'bundled', id: 'sentiscope-small' } } }], // prettier-ignore
    ['engine', { settings: { ...DEFAULT_SETTINGS, engine: 'library' } }],
  ] as const)('measures anew with another %s', async (_, change) => {
    const first = visit(SLOW_GPU);
    await first.engine.start();
    const { engine, poolLists } = visit({ ...SLOW_GPU, memory: first.memory, ...change });
    await engine.start();
    expect(poolLists.length).toBeGreaterThan(0);
  });

  it('measures anew when told to, and goes by the new figures', async () => {
    const first = visit(FAST_GPU);
    await first.engine.start();
    const { engine, started, state } = visit({ ...SLOW_GPU, memory: first.memory });
    await engine.start();
    await engine.measureAgain();
    expect(started).toEqual(['webgpu', 'wasm']);
    expect(state()).toMatchObject({
      running: { device: 'wasm', fallback: { why: 'gpu-slower' } },
      loading: { phase: 'none' },
    });
  });
});

describe('whatever happens to the trial, an engine runs', () => {
  const running = { running: { device: 'wasm' }, loading: { phase: 'none' } };

  it('after a GPU that computes nonsense', async () => {
    const { engine, state } = visit({ ...FAST_GPU, gpuSays: [0.3, 0.4, 0.3] });
    await engine.start();
    expect(state()).toMatchObject(running);
    expect(state().running!.fallback!.why).toBe('gpu-wrong');
  });

  it('after a download that failed', async () => {
    const { engine, state } = visit({ ...FAST_GPU, offline: 'webgpu' });
    await engine.start();
    expect(state()).toMatchObject(running);
    expect(state().running!.fallback).toEqual({ why: 'gpu-untried', detail: 'cable' });
  });

  it('after it was cancelled, and it can be made later', async () => {
    let cancel = () => {};
    const page = visit({ ...FAST_GPU, onPoolCall: () => cancel() });
    const { engine, state } = page;
    cancel = engine.cancel;
    await engine.start();
    expect(state()).toMatchObject(running);
    expect(state().running!.fallback!.why).toBe('gpu-untried');
    cancel = () => {};
    await engine.measureAgain();
    expect(state().running!.device).toBe('webgpu');
  });

  it('where a file is being scored: it is neither measured with, nor given another engine', async () => {
    const busy = { phase: 'opening', id: 'run' } as const;
    const before = visit(FAST_GPU);
    before.store.setState({ scoring: busy });
    await before.engine.start();
    expect(before.poolLists).toEqual([]);

    const meanwhile = visit({
      ...FAST_GPU,
      onPoolCall: (store) => store.setState({ scoring: busy }),
    });
    await meanwhile.engine.start();
    for (const { state } of [before, meanwhile]) {
      expect(state()).toMatchObject(running);
      expect(state().running).toMatchObject({ fallback: { why: 'gpu-untried' }, trial: undefined });
    }
  });
});

describe('a device that the user chose', () => {
  it.each(['webgpu', 'wasm'] as const)('is used without a trial: %s', async (device) => {
    const settings = { ...DEFAULT_SETTINGS, device };
    const { engine, started, poolLists, state } = visit({ ...SLOW_GPU, settings });
    await engine.start();
    expect(started).toEqual([device]);
    expect(poolLists).toEqual([]);
    expect(state().running!.trial).toBeUndefined();
  });

  it('has its batches measured once', async () => {
    const settings = { ...DEFAULT_SETTINGS, device: 'webgpu' } as const;
    const first = visit({ ...FAST_GPU, settings });
    await first.engine.start();
    expect(first.state().running!.batchTokens).toBe(256); // no faster in larger ones
    const second = visit({ ...FAST_GPU, settings, memory: first.memory, gpu: 1 });
    await second.engine.start();
    expect(second.state().running!.batchTokens).toBe(256);
  });
});
