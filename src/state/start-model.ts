import type { Capabilities } from '../core/capabilities.ts';
import type { Device, Progress, Scored } from '../core/protocol.ts';
import rules from '../core/rules.json';
import { runtimeFor, type Runtime, type RuntimeName } from '../core/runtime.ts';
import type { Scorer } from '../core/scorer.ts';
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

interface Order {
  model: Chosen;
  attempt: Attempt;
  found: Capabilities;
  /** Asked when the model starts, and again when it has: it may be changed meanwhile. */
  workersOn: (device: Device, found: Capabilities) => number;
  show: (loading: Loading) => void;
  signal: AbortSignal;
}

/**
 * Tokens in one forward pass. On WASM every text goes alone: a batch gains nothing there, and its texts would share
 * activation scales, so that an answer depended on its company (docs/decisions/0010). A GPU needs more to be busy.
 */
const BATCH_TOKENS: Record<Device, number> = rules.batchTokens;

/** Downloads a model and its runtime, starts it on one device and, on WebGPU, holds it against its probe set. */
export async function startModel(
  { scorer, runtimes, modelBase }: StartDeps,
  { model, attempt: { device, fallback }, found, workersOn, show, signal }: Order,
): Promise<Running> {
  const runtimeName = runtimeFor(device, found.jspi);
  const runtime = runtimes[runtimeName];
  const dtype = dtypeFor(device);
  const meter = createTransferMeter();
  const onProgress = (progress: Progress) => {
    const speed = meter(progress, performance.now());
    show({ phase: 'downloading', model, progress, ...speed });
  };
  const specs = [...filesOf(model, dtype, modelBase), runtime.wasm];
  const { files, notKept } = await scorer.fetch(specs, { onProgress, signal });
  signal.throwIfAborted(); // what lies in storage is read to the end even when given up

  show({ phase: 'starting', model, device });
  const batchTokens = BATCH_TOKENS[device];
  let probeDifference: number | undefined;
  const accept = async (
    score: (texts: readonly string[], batchTokens: number) => Promise<Scored>,
  ) => {
    show({ phase: 'verifying', model });
    const probes = await files['probes.json']!.text();
    probeDifference = await verifyProbes(probes, score, batchTokens);
  };
  const workers = workersOn(device, found);
  const { loadMs } = await scorer.start(
    {
      load: {
        model: specOf(model, device, modelBase),
        files,
        runtime: { mjs: runtime.mjs, wasm: files[runtime.wasm.name]! },
      },
      workers,
      batchTokens,
      ...(device === 'webgpu' && { accept }),
    },
    signal,
  );
  const wanted = workersOn(device, found);
  if (wanted !== workers) scorer.resize(wanted);
  return {
    model,
    device,
    dtype,
    runtime: runtimeName,
    adapter: device === 'webgpu' && typeof found.gpu === 'object' ? found.gpu : undefined,
    fallback,
    workers: { ready: 1, wanted },
    loadMs,
    probeDifference,
    notKept,
    restarts: 0,
    lastCrash: undefined,
  };
}
