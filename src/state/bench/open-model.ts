import type { EngineId } from '../../core/bench/cells.ts';
import type { Crew } from '../../core/bench/rig.ts';
import { AppError } from '../../core/failure.ts';
import type { Device, EngineName, FileSpec, Progress } from '../../core/protocol.ts';
import { runtimeFor } from '../../core/runtime.ts';
import { dtypeFor, filesOf, findBundled, keyOf, specOf, titleOf } from '../../models/chosen.ts';
import type { Chosen } from '../../models/chosen.ts';
import { readProbes } from '../../models/probes.ts';
import { verifyProbes } from '../verify-probes.ts';
import type { BenchDeps } from './deps.ts';
import type { OpenEngine, OpenOrder } from './open-engine.ts';

export type OpenDeps = Pick<
  BenchDeps,
  'store' | 'rig' | 'findCapabilities' | 'runtimes' | 'modelBase' | 'versions' | 'now'
>;

/**
 * Of a hub model, which brings no probe set: the larger of our own two models' tolerances for q8. It bounds what a text
 * scored again by itself may differ by, which is nothing at all on a sound machine.
 */
export const HUB_TOLERANCE = 0.131;

const PROBES = 'probes.json';

/** Fetches a model's files, starts its workers, and holds the first one against the probe set where it runs on WebGPU. */
export async function openModel(
  deps: OpenDeps,
  id: EngineId,
  { workers, firstText, onProgress, onCrew, signal }: OpenOrder,
): Promise<OpenEngine> {
  const { rig, runtimes, modelBase, now } = deps;
  const model = chosenOf(deps, id.model);
  const engine: EngineName = id.device === 'kernel' ? 'kernel' : 'library';
  const device = (engine === 'kernel' ? 'wasm' : id.device) as Device; // only baselines run as plain JavaScript
  const found = await deps.findCapabilities();
  if (device === 'webgpu' && typeof found.gpu === 'string')
    throw new AppError({ code: 'gpu-absent', detail: found.gpu });
  const dtype = dtypeFor(device);
  const runtime = engine === 'library' ? runtimes[runtimeFor(device, found.jspi)] : undefined;
  const specs = [...modelFiles(model, device, modelBase), ...(runtime ? [runtime.wasm] : [])];

  let last: Progress | undefined;
  const fetchedFrom = now();
  const { files } = await rig.fetch(specs, {
    signal,
    onProgress: (progress) => {
      last = progress;
      onProgress(progress);
    },
  });
  signal.throwIfAborted();
  const fetchMs = now() - fetchedFrom;
  onProgress(undefined);

  const load = {
    model: specOf(model, device, modelBase, engine),
    files,
    ...(runtime && { runtime: { mjs: runtime.mjs, wasm: files[runtime.wasm.name]! } }),
  };
  const crew = await rig.open(load, workers, signal);
  onCrew(crew);
  const firstMs = await timeFirst(crew, firstText, now);
  const probes = await files[PROBES]?.text();
  if (device === 'webgpu' && probes !== undefined)
    await verifyProbes(probes, (texts) => crew.score(0, texts), Infinity); // the crew plans for itself

  return {
    crew,
    record: {
      id: id.id,
      model: model.id,
      title: titleOf(model),
      kind: 'transformer',
      device: id.device,
      dtype,
      key: keyOf(model, dtype, engine),
      trainedOn: null,
      files: {
        bytes: specs.reduce((sum, { bytes }) => sum + bytes, 0),
        ms: fetchMs,
        network: last?.files.some(({ from }) => from === 'network') ?? false,
      },
      loadMs: [...crew.loadMs],
      firstMs,
      tolerance:
        probes === undefined ? HUB_TOLERANCE : readProbes(JSON.parse(probes)).tolerance[dtype],
      pads: id.device === 'wasm', // docs/decisions/0009, 0017
    },
  };
}

/** The first text after loading, on the page's clock. */
export async function timeFirst(crew: Crew, text: string, now: () => number): Promise<number> {
  const from = now();
  await crew.score(0, [text]);
  return now() - from;
}

/** @param model as in the settings of a run */
export function chosenOf({ store }: Pick<OpenDeps, 'store'>, model: string): Chosen {
  const chosen = store.getState().settings.model;
  return model === 'hub' && chosen.source === 'hub' ? chosen : findBundled(model);
}

/** With the probe set, which says how far answers may be apart; the page itself fetches it for WebGPU alone. */
function modelFiles(model: Chosen, device: Device, base: string): FileSpec[] {
  const files = filesOf(model, dtypeFor(device), base);
  const probes = filesOf(model, 'q4', base).find(({ name }) => name === PROBES);
  return probes && !files.some(({ name }) => name === PROBES) ? [...files, probes] : files;
}
