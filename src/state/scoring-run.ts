import { AppError } from '../core/failure.ts';
import type { Intake, ReadProgress } from '../core/intake.ts';
import { answeringKey, type Archive, type Run } from '../core/runs.ts';
import type { Scorer } from '../core/scorer.ts';
import type { Asks } from '../core/wire.ts';
import type { Companion } from './cascade-state.ts';
import type { Running } from './engine-state.ts';
import { modelOf } from './run-model.ts';
import { scoreBlocks } from './scoring-loop.ts';
import { createPaceMeter } from './scoring-pace.ts';
import { readWhole } from './scoring-read.ts';
import type { Activity } from './scoring-state.ts';
import type { AppState, Store } from './store.ts';
import { until } from './until.ts';

interface Deps {
  store: Store;
  importer: Pick<Asks<Intake>, 'store'>;
  archive: Pick<Asks<Archive>, 'settle' | 'todo' | 'keep'>;
  scorer: Pick<Scorer, 'score' | 'activity'>;
  /** The small model of a cascade. Rejects with an AppError where it can't be had. */
  companion: Companion;
}

interface Order {
  id: string;
  /** For the rows that are not stored yet. */
  file: File | undefined;
  /** Changes what is known of the run, unless it is no longer the one at work. */
  show: (change: Partial<Run>, activity?: Activity) => void;
  onWork: (run: Run) => void;
  signal: AbortSignal;
}

/**
 * Reads what is left of a run's file and scores what is left of its rows, side by side.
 *
 * @returns the run: finished, or all that is stored of it scored while the file has more
 * @throws AppError that ended it, model-changed among them; or signal.reason
 */
export async function scoreRun(
  { store, importer, archive, scorer, companion }: Deps,
  { id, file, show, onWork, signal }: Order,
): Promise<Run> {
  let run = await archive.settle({ run: id, status: 'open' }); // another tab may have gone on with it meanwhile
  let reading: ReadProgress | undefined;
  let measure: ReturnType<typeof createPaceMeter> | undefined = undefined;
  const learn = (change: Partial<Run>) => {
    run = { ...run, ...change };
    const waitsForModel = measure === undefined && !isThere(run, store.getState());
    show(run, { kind: 'working', reading, pace: measure?.(run, reading), waitsForModel });
  };

  signal.throwIfAborted();
  onWork(run);
  learn({});
  const { key } = modelOf(await someModel(store, signal));
  const wanted = answeringKey(run.model);
  if (key !== wanted)
    throw new AppError({ code: 'model-changed', detail: `${key} instead of ${wanted}` });
  const gate = run.model.cascade;
  const cascade = gate && { ...gate, companion: await companion(signal) };

  measure = createPaceMeter(scorer.activity);
  const { hasBlock } = readWhole({
    run,
    file,
    store: importer.store,
    signal,
    onProgress(progress) {
      reading = progress;
      learn({ blocks: progress.blocks });
    },
    onEnd(stored) {
      reading = undefined;
      learn({ ...stored, read: true });
    },
  });
  await scoreBlocks(
    { archive, score: scorer.score },
    { run, hasBlock, signal, onStep: learn, ...(cascade && { cascade }) },
  );
  return run.read ? archive.settle({ run: id, status: 'finished' }) : run;
}

/** Whether the model that answers is there, and the small one where the run is a cascade. */
const isThere = ({ model }: Run, { engine, cascade }: AppState): boolean =>
  engine.running !== undefined && (!model.cascade || cascade.files.phase === 'ready');

/** The model that answers, once there is one. Rejects when none is to be expected, or when `signal` aborts. */
export const someModel = (store: Store, signal: AbortSignal): Promise<Running> =>
  until(
    store,
    ({ engine: { running, loading } }) => {
      if (running) return running;
      if (signal.aborted) throw new AppError({ code: 'cancelled', detail: 'given up' });
      if (loading.phase === 'failed') throw new AppError(loading.failure);
      return undefined;
    },
    signal,
  );
