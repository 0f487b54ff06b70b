import type { Capabilities } from '../core/capabilities.ts';
import type { Device, EngineName, Progress } from '../core/protocol.ts';
import rules from '../core/rules.json';
import { runtimeFor, type Runtime, type RuntimeName } from '../core/runtime.ts';
import type { Scorer, ScoreWith } from '../core/scorer.ts';
import { createTransferMeter } from '../core/transfer.ts';
import { dtypeFor, filesOf, specOf, type Chosen } from '../models/chosen.ts';
import type { Loading, Running } from './engine-state.ts';
import type { Attempt } from './plan-devices.ts';
import { verifyProbes } from './verify-probes.ts';

export interface StartDeps {
  scorer: Scorer;
  runtimes: Record<RuntimeName, Runtime>;
  /** Absolute address of the folder of the bundled models. */
  modelBase: string;
}

export interface Order {
  model: Chosen;
  attempt: Attempt;
  found: Capabilities;
  /** Asked when the model starts, and again when it has: it may be changed meanwhile. */
  workersOn: (on: Pick<Attempt, 'device' | 'engine'>, found: Capabilities) => number;
  show: (loading: Loading) => void;
  signal: AbortSignal;
  /** It is to answer only what may be answered by a stand-in. */
  standIn?: boolean;
  /**
   * Asked once a GPU has passed the probes: how many tokens to give it in a forward pass. It may refuse the GPU.
   *
   * @param probes the model's probe set, as its file has it
   */
  judgeGpu: (score: ScoreWith, probes: string) => Promise<number>;
}

/**
 * Tokens in one forward pass. In the library on WASM every text goes alone: a batch gains nothing there, and its texts
 * would share activation scales, so that an answer depended on its company (docs/decisions/0010). The kernel's texts don't
 * touch each other, and its weights stay in cache from one to the next (0017). A GPU needs more to be busy.
 */
export const batchTokensFor = (device: Device, engine: EngineName): number =>
  engine === 'kernel' ? KERNEL_TOKENS : rules.batchTokens[device];
/** A first keystroke waits for one pass: 45 ms of the accurate model on a slow core. Twice as many gain half a percent. */
const KERNEL_TOKENS = 256;

/** What typing begins with, three tokens: a GPU multiplies so few in ways of their own, compiled here and not while someone types. */
const SHORTEST = ['I'];

/** Downloads a model and its runtime, starts it on one device and holds a GPU or our kernel against the probe set. */
export async function startModel(
  { scorer, runtimes, modelBase }: StartDeps,
  { model, attempt, found, workersOn, show, signal, judgeGpu, standIn = false }: Order,
): Promise<Running> {
  const { device, engine, fallback, kernelFault } = attempt;
  const runtimeName = engine === 'library' ? runtimeFor(device, found.jspi) : undefined;
  const runtime = runtimeName && runtimes[runtimeName];
  const dtype = dtypeFor(device);
  const meter = createTransferMeter();
  const onProgress = (progress: Progress) => {
    const speed = meter(progress, performance.now());
    show({ phase: 'downloading', model, progress, ...speed });
  };
  const specs = [...filesOf(model, dtype, modelBase), ...(runtime ? [runtime.wasm] : [])];
  const { files, notKept } = await scorer.fetch(specs, { onProgress, signal });
  signal.throwIfAborted(); // what lies in storage is read to the end even when given up

  show({ phase: 'starting', model, device });
  let batchTokens = batchTokensFor(device, engine);
  let probeDifference: number | undefined;
  const accept = async (score: ScoreWith) => {
    show({ phase: 'verifying', model });
    const probes = await files['probes.json']!.text();
    probeDifference = await verifyProbes(probes, score, batchTokens, dtype);
    if (device === 'webgpu') {
      await score(SHORTEST, batchTokens);
      batchTokens = await judgeGpu(score, probes);
    }
    return batchTokens;
  };
  const workers = workersOn(attempt, found);
  const { loadMs, build } = await scorer.start(
    {
      load: {
        model: specOf(model, device, modelBase, engine),
        files,
        ...(runtime && { runtime: { mjs: runtime.mjs, wasm: files[runtime.wasm.name]! } }),
      },
      workers,
      batchTokens,
      standIn,
      // A hub model has no probe set, and the library on WASM is what the others are held against.
      ...((device === 'webgpu' || engine === 'kernel') && { accept }),
    },
    signal,
  );
  const wanted = workersOn(attempt, found);
  if (wanted !== workers) scorer.resize(wanted);
  return {
    model,
    device,
    dtype,
    engine,
    kernelFault,
    build,
    runtime: runtimeName,
    adapter: device === 'webgpu' && typeof found.gpu === 'object' ? found.gpu : undefined,
    fallback,
    workers: { ready: 1, wanted },
    loadMs,
    probeDifference,
    batchTokens,
    trial: undefined,
    notKept,
    restarts: 0,
    lastCrash: undefined,
  };
}
