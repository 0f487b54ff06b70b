import type { Capabilities } from '../core/capabilities.ts';
import { AppError, toFailure } from '../core/failure.ts';
import { growBatch } from '../core/grow-batch.ts';
import type { EngineName } from '../core/protocol.ts';
import type { Scorer, ScoreWith } from '../core/scorer.ts';
import { measureSpeed } from '../core/speed.ts';
import { keyOf, type Chosen } from '../models/chosen.ts';
import type { Fallback, Loading, Running } from './engine-state.ts';
import { fasterIn, type DeviceTrial, type GpuMemory } from './gpu-memory.ts';
import { tryEach, whyNotGpu, type Attempt } from './plan-devices.ts';
import type { DeviceChoice } from './settings.ts';
import type { Order } from './start-model.ts';
import type { Store } from './store.ts';
import { until } from './until.ts';
import { shortProbes } from './verify-probes.ts';

export interface TrialDeps {
  store: Store;
  scorer: Scorer;
  gpuMemory: GpuMemory;
  versions: { app: string; runtime: string };
  /** ms on any clock. */
  now: () => number;
}

/** What a trial holds for: another model, adapter, version or engine on the processor, and it is made anew. */
interface Among {
  model: Chosen;
  found: Capabilities;
  /** On the processor. */
  engine: EngineName;
}

interface Plan {
  attempts: readonly Attempt[];
  /** The GPU that is to be tried against what the attempts start. */
  challenger?: Attempt;
  /** Made earlier: what the attempts follow. */
  trial?: DeviceTrial;
}

interface Ways {
  go: (attempt: Attempt, judgeGpu: Order['judgeGpu']) => Promise<Running>;
  show: (loading: Loading) => void;
  signal: AbortSignal;
}

type Outcome =
  | { winner: Running }
  | { winner?: undefined; loser: { fallback: Fallback; trial: DeviceTrial | undefined } };

/** About 30 tokens; a row of a batch like any other. */
const A_TEXT =
  'The room was clean and quiet, breakfast was better than we had hoped, and the people at the desk found us a taxi in the rain.';

/** ms to wait for workers that are still loading: with fewer the processor would be measured too slow. */
const WORKERS_TIME = 10_000;

/** Chooses between the GPU and the processor by a trial of half a second each, where the user leaves the choice to the page. */
export function deviceTrials({ store, scorer, gpuMemory, versions, now }: TrialDeps) {
  const placeOf = ({ model, found: { gpu }, engine }: Among) =>
    [
      `${typeof gpu === 'object' ? gpu.name : gpu}, ${versions.app}, ${versions.runtime}`,
      `${keyOf(model, 'q4')} against ${engine}`,
    ] as const;

  /**
   * What to start, and whether to try the GPU afterwards: what is not known to be fastest is not what a visitor waits for.
   *
   * @param devices what `planDevices` would try
   */
  function plan(among: Among, choice: DeviceChoice, devices: readonly Attempt[]): Plan {
    const [first, ...processor] = devices;
    if (choice !== 'auto' || first?.device !== 'webgpu') return { attempts: devices };
    const trial = gpuMemory.get(...placeOf(among))?.trial;
    if (trial && fasterIn(trial) === 'gpu') return { attempts: devices, trial };
    const fallback: Fallback = { why: trial ? 'gpu-slower' : 'gpu-untried' };
    const attempts = processor.map((attempt) => ({ ...attempt, fallback }));
    return trial ? { attempts, trial } : { attempts, challenger: first };
  }

  /** Finds how many tokens a GPU is best given at once; measured once on a machine. */
  function judge(among: Among): (score: ScoreWith) => Promise<number> {
    return async (score) => {
      const place = placeOf(among);
      const kept = gpuMemory.get(...place);
      if (kept) return kept.batchTokens;
      const { paddedTokens: length } = await score([A_TEXT], 1);
      const run = async (tokens: number) => {
        const rows = Math.max(1, Math.floor(tokens / length));
        const pass = await score(new Array<string>(rows).fill(A_TEXT), rows * length);
        return { tokens: pass.paddedTokens, ms: pass.inferenceMs };
      };
      const { batchTokens } = await growBatch(run, now);
      gpuMemory.set(...place, { batchTokens });
      return batchTokens;
    };
  }

  /** Tries the GPU beside what runs, which goes on answering. Never rejects: whatever happens, one of the two is there. */
  async function challenge(
    among: Among,
    challenger: Attempt,
    { go, show, signal }: Ways,
  ): Promise<Outcome> {
    if (isBusy(store)) return { loser: { fallback: { why: 'gpu-untried' }, trial: undefined } };
    let trial: DeviceTrial | undefined;
    let fallback: Fallback | undefined;

    const judgeGpu = async (score: ScoreWith, probes: string) => {
      const batchTokens = await judge(among)(score);
      show({ phase: 'comparing', model: among.model });
      const texts = shortProbes(probes);
      const gpu = await measureSpeed((list) => score(list, batchTokens), texts, now);
      await allWorkers(store, signal);
      const workers = store.getState().engine.running?.workers.ready || 1;
      const options = { priority: 'batch', signal } as const;
      const processor = await measureSpeed((list) => scorer.score(list, options), texts, now);
      if (isBusy(store)) {
        fallback = { why: 'gpu-untried' }; // somebody else's work was measured with it
      } else {
        trial = { gpu, processor: { ...processor, workers } };
        gpuMemory.set(...placeOf(among), { batchTokens, trial });
        if (fasterIn(trial) === 'processor') fallback = { why: 'gpu-slower' };
      }
      if (fallback) throw new AppError({ code: 'cancelled', detail: 'the processor goes on' });
      return batchTokens;
    };

    try {
      const winner = await tryEach([challenger], (attempt) => go(attempt, judgeGpu));
      return { winner: { ...winner, trial } };
    } catch (error) {
      const why = fallback ?? whyNotGpu(toFailure(error, 'inference-failed'));
      return { loser: { fallback: why, trial } };
    }
  }

  const forget = (among: Among) => gpuMemory.set(...placeOf(among), undefined);

  return { plan, judge, challenge, forget };
}

/** Whether a file is being scored, by one model from end to end, or a benchmark measures. */
function isBusy(store: Store): boolean {
  const { scoring, bench } = store.getState();
  const scores =
    scoring.phase === 'opening' ||
    (scoring.phase === 'open' && scoring.activity.kind === 'working');
  return scores || bench.phase === 'running';
}

/** Resolves when the workers wanted are ready, or won't be soon. */
function allWorkers(store: Store, signal: AbortSignal): Promise<true> {
  const enough = AbortSignal.any([signal, AbortSignal.timeout(WORKERS_TIME)]);
  return until(
    store,
    ({ engine: { running } }) => {
      const missing = running && running.workers.ready < running.workers.wanted;
      return missing && !enough.aborted ? undefined : true;
    },
    enough,
  );
}
