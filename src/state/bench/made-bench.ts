import type { BenchResult } from '../../core/bench/result.ts';
import type { Surroundings } from '../../core/bench/rig.ts';
import type { BenchSettings } from '../../core/bench/settings.ts';
import type { Figures } from '../../core/bench/figures.ts';
import { AppError } from '../../core/failure.ts';
import type { Row } from '../../core/runs.ts';
import type { Runtime } from '../../core/runtime.ts';
import { LABELS } from '../../core/sentiment.ts';
import { createAppStore, type AppState } from '../store.ts';
import { benchActions } from './actions.ts';
import type { BenchDeps } from './deps.ts';
import { makeClock } from './made-clock.ts';
import { madeLabel, madeReview, makeRig, type MadeRequest } from './made-rig.ts';

export const SMALL_SETTINGS: BenchSettings = {
  models: ['sentiscope-small', 'vader'],
  devices: ['wasm'],
  scenarios: ['single-stream', 'offline', 'server'],
  workers: [1, 2],
  batchSizes: [1, 4],
  plans: ['file', 'sorted'],
  texts: { kind: 'everyday', count: 64 },
  seconds: 5,
  seed: 7,
  boundMs: 100,
  rates: [],
};

const runtime = (name: string): Runtime => ({
  mjs: name,
  wasm: { name, url: `/${name}`, bytes: 9 },
});

/** 120 reviews; every tenth has another label than a made model gives it. */
export const MADE_CSV = [
  'id,text,label',
  ...Array.from({ length: 120 }, (_, n) => {
    const text = madeReview(n);
    return `r${n},"${text}",${LABELS[(madeLabel(text) + (n % 10 === 0 ? 1 : 0)) % 3]}`;
  }),
].join('\n');

interface World {
  onRequest?: (request: MadeRequest, page: MadePage) => void;
  state?: Partial<AppState>;
  rows?: readonly Row[];
  sensed?: Partial<Surroundings>;
}

/** A tab that can be hidden. */
export interface MadePage {
  hide: () => void;
  show: () => void;
}

/** For tests: the actions over a machine whose time is made. */
export function makeBench(world: World = {}) {
  const clock = makeClock();
  const store = createAppStore(world.state);
  const page = makePage();
  const made = makeRig(clock, (request) => world.onRequest?.(request, page));
  const kept = new Map<string, BenchResult>();
  const saved: { blob: Blob; name: string }[] = [];
  const rows = world.rows ?? [];
  let ids = 0;

  const surroundings: Surroundings = {
    machine: async () => ({
      userAgent: 'Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36',
      cores: 4,
      memoryGb: 8,
      isolated: false,
      adapter: null,
      charging: null,
      tickMs: 0.1,
    }),
    calibrate: async () => [10, 10, 10],
    timerLag: async () => 1,
    ...page.sensed,
    paint: async () => {
      await clock.until(clock.now() + 16);
      return 16;
    },
    until: clock.until,
    ...world.sensed,
  };
  const archive: BenchDeps['archive'] = {
    query: async () => Uint32Array.from(rows, (_, i) => i),
    rows: async ({ rows: ids }) => ids.map((id) => rows[id]!),
    benchmarks: async () =>
      [...kept.values()].map(({ id, name, startedAt, complete }) => ({
        id,
        name,
        startedAt,
        complete,
        models: [],
      })),
    benchmark: async (id) => {
      const found = kept.get(id);
      if (!found) throw new AppError({ code: 'run-missing', detail: id });
      return found;
    },
    keepBenchmark: async (result) => void kept.set(result.id, result),
    removeBenchmark: async (id) => void kept.delete(id),
  };
  const bench = benchActions({
    store,
    rig: made.rig,
    surroundings,
    findCapabilities: async () => ({
      moduleWorkers: true,
      wasmSimd: true,
      jspi: false,
      gpu: 'no-webgpu',
      cores: 4,
      memoryGb: 8,
    }),
    archive,
    figures: async () => NO_FIGURES,
    runtimes: { plain: runtime('plain'), jspi: runtime('jspi'), asyncify: runtime('asyncify') },
    modelBase: 'https://page.example/models/',
    fetchSample: async () => MADE_CSV,
    versions: { app: '1', library: '2', runtime: '3', vader: '4' },
    randomId: () => `run ${++ids}`,
    now: clock.now,
    today: () => Date.UTC(2026, 10, 24),
    saveFile: (blob, name) => void saved.push({ blob, name }),
  });
  return { ...made, archive, bench, store, page, clock, kept, saved };
}

export const NO_FIGURES: Figures = {
  cells: [],
  headlines: [],
  servers: [],
  machineChange: undefined,
};

function makePage() {
  let hidden = false;
  const listeners = new Set<() => void>();
  let seen: (() => void)[] = [];
  const sensed: Pick<Surroundings, 'hidden' | 'visible' | 'onHidden'> = {
    hidden: () => hidden,
    visible: (signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        seen.push(resolve);
      }),
    onHidden(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return {
    sensed,
    hide() {
      hidden = true;
      listeners.forEach((listener) => listener());
    },
    show() {
      hidden = false;
      seen.forEach((resolve) => resolve());
      seen = [];
    },
  };
}
