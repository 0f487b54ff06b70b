import { defaultWorkers, type Capabilities } from '../core/capabilities.ts';
import { AppError, toFailure, type Failure } from '../core/failure.ts';
import type { Progress, Scored } from '../core/protocol.ts';
import { runtimeFor, type Runtime, type RuntimeName } from '../core/runtime.ts';
import type { Scorer } from '../core/scorer.ts';
import { createTransferMeter } from '../core/transfer.ts';
import { devicesOf, dtypeFor, filesOf, specOf, type Chosen } from '../models/chosen.ts';
import { compareProbes, readProbes } from '../models/probes.ts';
import type { EngineState, Fallback, Loading, Running } from './engine-state.ts';
import { planDevices, type Attempt } from './plan-devices.ts';
import { chosenModel, type DeviceChoice, type Settings } from './settings.ts';
import type { Store } from './store.ts';

interface Deps {
  store: Store;
  scorer: Scorer;
  findCapabilities: () => Promise<Capabilities>;
  runtimes: Record<RuntimeName, Runtime>;
  /** Absolute address of the folder of the bundled models. */
  modelBase: string;
  keepSettings: (settings: Settings) => void;
  /** Told when files may have come or gone. */
  onKept: () => void;
}

/** Padded tokens in one forward pass. WASM gains nothing from more and its memory never shrinks; a GPU needs more to be busy. */
const BATCH_TOKENS = { wasm: 1024, webgpu: 4096 } as const;

export function engineActions({
  store,
  scorer,
  findCapabilities,
  runtimes,
  modelBase,
  ...deps
}: Deps) {
  let run = new AbortController();

  const set = (change: Partial<EngineState>) =>
    store.setState(({ engine }) => ({ engine: { ...engine, ...change } }));
  const updateRunning = (change: Partial<Running>) => {
    const { running } = store.getState().engine;
    if (running) set({ running: { ...running, ...change } });
  };

  scorer.watch((event) => {
    const { running } = store.getState().engine;
    switch (event.kind) {
      case 'workers':
        updateRunning({ workers: { ready: event.ready, wanted: event.wanted } });
        break;
      case 'restarted':
        updateRunning({ restarts: (running?.restarts ?? 0) + 1, lastCrash: event.failure });
        break;
      case 'gave-up':
        set({ running: undefined });
        if (running?.device === 'webgpu') {
          // A GPU that keeps dying is no engine; WASM is.
          const lost: Fallback = { why: 'gpu-lost', detail: event.failure.detail };
          void startWith([{ device: 'wasm', fallback: lost }]);
        } else set({ loading: { phase: 'failed', failure: event.failure } });
    }
  });

  /** Loads the chosen model on the chosen device, or on what comes closest. Replaces a load in progress. */
  async function start() {
    await startWith();
  }

  async function startWith(attempts?: Attempt[]) {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    const show = (loading: Loading) => {
      if (!signal.aborted) set({ loading }); // a replaced load draws nothing more
    };

    show({ phase: 'checking' });
    try {
      const { settings } = store.getState();
      const model = chosenModel(settings);
      const can = await findCapabilities();
      refuseOldBrowser(can);
      attempts ??= planDevices(settings.device, devicesOf(model), can);
      const running = await tryEach(attempts, (attempt) =>
        startOn(model, attempt, can, settings.workers, show, signal),
      );
      signal.throwIfAborted();
      store.setState({ engine: { running, loading: { phase: 'none' } } });
    } catch (error) {
      if (signal.aborted && run.signal !== signal) return; // replaced: the newer load speaks
      const failure = toFailure(error, 'inference-failed');
      scorer.fail(failure);
      set({ loading: { phase: 'failed', failure } });
    } finally {
      deps.onKept();
    }
  }

  async function startOn(
    model: Chosen,
    { device, fallback }: Attempt,
    can: Capabilities,
    wantedWorkers: number | undefined,
    show: (loading: Loading) => void,
    signal: AbortSignal,
  ): Promise<Running> {
    const runtimeName = runtimeFor(device, can.jspi);
    const runtime = runtimes[runtimeName];
    const dtype = dtypeFor(device);
    const meter = createTransferMeter();
    const onProgress = (progress: Progress) => {
      const speed = meter(progress.loaded, progress.total, performance.now());
      show({ phase: 'downloading', model, progress, ...speed });
    };
    const specs = [...filesOf(model, dtype, modelBase), runtime.wasm];
    const { files, notKept } = await scorer.fetch(specs, { onProgress, signal });

    show({ phase: 'starting', model, device });
    const workers = device === 'webgpu' ? 1 : (wantedWorkers ?? defaultWorkers(can));
    let probeDifference: number | undefined;
    const accept = async (
      score: (texts: readonly string[], batchTokens: number) => Promise<Scored>,
    ) => {
      show({ phase: 'verifying', model });
      probeDifference = await verifyProbes(await files['probes.json']!.text(), score);
    };
    const { loadMs } = await scorer.start(
      {
        load: {
          model: specOf(model, device, modelBase),
          files,
          runtime: { mjs: runtime.mjs, wasm: files[runtime.wasm.name]! },
        },
        workers,
        batchTokens: BATCH_TOKENS[device],
        ...(device === 'webgpu' && { accept }),
      },
      signal,
    );
    return {
      model,
      device,
      dtype,
      runtime: runtimeName,
      adapter: device === 'webgpu' && typeof can.gpu === 'object' ? can.gpu : undefined,
      fallback,
      workers: { ready: 1, wanted: workers },
      loadMs,
      probeDifference,
      notKept,
      restarts: 0,
      lastCrash: undefined,
    };
  }

  /** Gives up the load in progress. A model that was running before goes on. */
  function cancel() {
    run.abort();
  }

  function change(settings: Partial<Settings>) {
    store.setState((state) => ({ settings: { ...state.settings, ...settings } }));
    deps.keepSettings(store.getState().settings);
  }

  return {
    start,
    cancel,
    chooseModel: async (model: Settings['model']) => {
      change({ model });
      await start();
    },
    chooseDevice: async (device: DeviceChoice) => {
      change({ device });
      await start();
    },
    /** @param workers 1 to 8 */
    chooseWorkers: (workers: number) => {
      change({ workers });
      if (store.getState().engine.running?.device === 'wasm') scorer.resize(workers);
    },
  };
}

function refuseOldBrowser(can: Capabilities) {
  const missing = [
    !can.moduleWorkers && 'module workers',
    !can.wasmSimd && 'WebAssembly SIMD',
  ].filter(Boolean);
  if (missing.length > 0)
    throw new AppError({ code: 'browser-too-old', detail: `missing: ${missing.join(', ')}` });
}

/** Failures of a download say nothing about a device: they end the attempts, all others lead to the next one. */
const NOT_THE_DEVICE: ReadonlySet<Failure['code']> = new Set([
  'cancelled',
  'offline',
  'file-missing',
  'file-altered',
  'download-failed',
]);

async function tryEach<T>(
  attempts: readonly Attempt[],
  go: (attempt: Attempt) => Promise<T>,
): Promise<T> {
  let fallback: Fallback | undefined;
  for (const [i, attempt] of attempts.entries()) {
    try {
      return await go({ ...attempt, fallback: fallback ?? attempt.fallback });
    } catch (error) {
      const failure = toFailure(error, 'inference-failed');
      if (i === attempts.length - 1 || NOT_THE_DEVICE.has(failure.code)) throw error;
      const why =
        failure.code === 'gpu-wrong' || failure.code === 'gpu-lost' ? failure.code : 'gpu-failed';
      fallback = { why, detail: failure.detail };
    }
  }
  throw new AppError({ code: 'inference-failed', detail: 'no device to try' });
}

/**
 * Holds a fresh session against the probe set, text by text and as one padded batch of unequal lengths.
 *
 * @returns the largest difference of a probability
 * @throws AppError gpu-wrong when one is beyond the set's tolerance, or the session answers nonsense
 */
async function verifyProbes(
  json: string,
  score: (texts: readonly string[], batchTokens: number) => Promise<Scored>,
): Promise<number> {
  const set = readProbes(JSON.parse(json));
  const texts = set.probes.map(({ text }) => text);
  let largest = 0;
  for (const batchTokens of [1, Infinity]) {
    const { probabilities } = await score(texts, batchTokens).catch((error: unknown) => {
      const failure = toFailure(error, 'inference-failed');
      throw failure.code === 'wrong-output'
        ? new AppError({ ...failure, code: 'gpu-wrong' })
        : error;
    });
    const compared = compareProbes(set, 'q4', probabilities);
    if (!compared.ok) {
      const detail = `a probability of the probe set is off by ${compared.largest.toFixed(3)}`;
      throw new AppError({ code: 'gpu-wrong', detail });
    }
    largest = Math.max(largest, compared.largest);
  }
  return largest;
}
