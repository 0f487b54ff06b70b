import { AppError, toFailure, type Failure } from '../core/failure.ts';
import type { Intake, Mapping, Problems, Reading } from '../core/intake.ts';
import { NO_STEP, type Archive, type Run } from '../core/runs.ts';
import type { Scorer } from '../core/scorer.ts';
import type { Asks } from '../core/wire.ts';
import type { Companion } from './cascade-state.ts';
import { modelForRun } from './run-model.ts';
import type { Activity, PauseReason, Scoring } from './scoring-state.ts';
import { scoreRun, someModel } from './scoring-run.ts';
import type { Store } from './store.ts';

/** Between the tabs of this site. */
export interface Locks {
  /** Runs `task` unless another tab is in one of the same name: then answers 'taken'. */
  alone: (name: string, task: () => Promise<void>) => Promise<'taken' | undefined>;
  isTaken: (name: string) => Promise<boolean>;
  /** Rejects when `signal` aborts. */
  whenFree: (name: string, signal: AbortSignal) => Promise<void>;
}

/** What the scoring of a file begins with. */
export interface NewRun {
  file: File;
  reading: Reading;
  mapping: Mapping;
  /** Names, in the order of the file. */
  columns: readonly string[];
  problems: Problems;
  /** Where they were counted. */
  rows?: number;
}

interface Deps {
  store: Store;
  importer: Pick<Asks<Intake>, 'store'>;
  archive: Pick<
    Asks<Archive>,
    'create' | 'open' | 'settle' | 'endReading' | 'todo' | 'keep' | 'rename'
  >;
  scorer: Pick<Scorer, 'score' | 'activity'>;
  locks: Locks;
  companion: Companion;
  /** Told of a new run, once it can be shown. */
  onStart: (run: Run) => void;
  /** Told when a run begins to be scored, and when it no longer is. */
  onWork: (run: Run) => void;
  onRest: (run: Run) => void;
}

/** One run at a time is open, and scored; it goes on whatever view is shown. */
export function scoringActions({ store, importer, archive, scorer, locks, ...deps }: Deps) {
  /** Aborted when what is open is replaced or closed. */
  let opened = new AbortController();
  /** Aborted when scoring is to rest. */
  let work = new AbortController();
  /** The file of the open run, as long as the page that was given it lives. */
  let file: File | undefined;
  let atWork: Promise<void> = Promise.resolve();

  const idle = (): Activity => ({ kind: 'idle', hasFile: file !== undefined });
  const set = (scoring: Scoring) => store.setState({ scoring });
  const current = () => {
    const { scoring } = store.getState();
    return scoring.phase === 'open' ? scoring : undefined;
  };
  const update = (change: Partial<Run>, activity?: Activity) => {
    const now = current();
    if (now) set({ ...now, run: { ...now.run, ...change }, activity: activity ?? now.activity });
  };

  /** @returns why it could not be opened, if so */
  async function replace(
    id: string | undefined,
    get: () => Promise<Run>,
  ): Promise<Failure | undefined> {
    opened.abort();
    work.abort();
    opened = new AbortController();
    const { signal } = opened;
    file = undefined;
    set({ phase: 'opening', id });
    await atWork; // the last parcel of what was open is on its way to the disk
    try {
      const run = await get();
      signal.throwIfAborted();
      set({ phase: 'open', run, activity: idle() });
      return undefined;
    } catch (error) {
      const failure = toFailure(error, 'storage-forbidden');
      if (!signal.aborted) set({ phase: 'failed', id, failure });
      return failure;
    }
  }

  /**
   * Makes a run of a file, with the model that answers now or is on its way, and begins to score it.
   *
   * @throws AppError when there is no model, or nothing can be stored
   */
  async function start({ file: given, rows, ...order }: NewRun) {
    const { name, size, lastModified } = given;
    const failure = await replace(undefined, async () => {
      const running = await someModel(store, opened.signal);
      return archive.create({
        id: crypto.getRandomValues(new Uint32Array(3)).join('-'),
        name,
        createdAt: Date.now(),
        file: { name, bytes: size, lastModified },
        ...order,
        model: modelForRun(running, store.getState().cascade, rows),
        ...NO_STEP,
      });
    });
    if (failure) {
      if (failure.code !== 'cancelled') set({ phase: 'none' });
      throw new AppError(failure);
    }
    file = given;
    void goOn();
    deps.onStart(current()!.run);
  }

  /** Shows an earlier run. It is not gone on with before the user says so. */
  async function open(id: string) {
    const now = store.getState().scoring;
    if (now.phase === 'open' && now.run.id === id) return;
    await replace(id, () => archive.open(id));
    if (await locks.isTaken(lockOf(id))) await standBack(id);
  }

  /** Another tab scores it. When that tab is done or gone, this one shows what it has stored. */
  async function standBack(id: string) {
    const { signal } = opened;
    if (current()?.run.id !== id || signal.aborted) return;
    update({}, { kind: 'elsewhere' });
    try {
      await locks.whenFree(lockOf(id), signal);
      await look();
    } catch {
      // Another run is open by now.
    }
  }

  /** Reads anew what is stored of a run that another tab scores. */
  async function look() {
    const now = current();
    if (now?.activity.kind !== 'elsewhere') return;
    const { id } = now.run;
    await replace(id, () => archive.open(id));
    if (await locks.isTaken(lockOf(id))) await standBack(id);
  }

  /** Puts the open run away; scoring rests. */
  async function close() {
    opened.abort();
    work.abort();
    await atWork;
    set({ phase: 'none' });
  }

  /** Scores from the first unscored block on, reading the rest of the file meanwhile where there is one. */
  async function goOn() {
    const now = current();
    if (!now || now.activity.kind === 'working') return;
    work = new AbortController();
    const { signal } = work;
    update({}, { kind: 'working', reading: undefined, pace: undefined, waitsForModel: false });
    atWork = atWork.then(() => scoreAlone(now.run.id, signal)); // the last parcel before is on its way to the disk
    await atWork;
  }

  async function scoreAlone(id: string, signal: AbortSignal) {
    const show = (change: Partial<Run>, activity?: Activity) => {
      if (current()?.run.id === id && !signal.aborted) update(change, activity);
    };
    const order = { id, file, signal, show, onWork: deps.onWork };
    const task = async () => {
      const run = await scoreRun(
        { store, importer, archive, scorer, companion: deps.companion },
        order,
      );
      show(run, idle());
    };
    try {
      const answer = await locks.alone(lockOf(id), task);
      if (answer === 'taken') void standBack(id);
    } catch (error) {
      const failure = toFailure(error, 'inference-failed');
      show({}, { kind: 'paused', reason: reasonOf(failure) });
    } finally {
      const now = current();
      if (now) deps.onRest(now.run);
    }
  }

  /** Leaves off at once; what is stored is not scored again. */
  function pause() {
    const now = current();
    if (now?.activity.kind !== 'working') return;
    work.abort();
    update({}, { kind: 'paused', reason: { why: 'user' } });
  }

  /** Ends the run with what it has. It can be gone on with later all the same. */
  async function stop() {
    const now = current();
    if (!now) return;
    work.abort();
    await atWork;
    try {
      const run = await archive.settle({ run: now.run.id, status: 'stopped' });
      if (current()?.run.id === run.id) update(run, idle());
    } catch (error) {
      const reason = reasonOf(toFailure(error, 'storage-forbidden'));
      update({}, { kind: 'paused', reason });
    }
  }

  /** The rest of a file whose reading was broken off: the same file, chosen again. @returns whether it is the same */
  async function readOn(again: File): Promise<boolean> {
    const now = current();
    const same = now?.run.file.name === again.name && now.run.file.bytes === again.size;
    if (!same) return false;
    file = again;
    await goOn();
    return true;
  }

  /** Takes the rows that were read as all there are. */
  async function doWithoutRest() {
    const now = current();
    if (!now) return;
    try {
      update(await archive.endReading(now.run.id));
      await goOn();
    } catch (error) {
      update({}, { kind: 'paused', reason: reasonOf(toFailure(error, 'storage-forbidden')) });
    }
  }

  async function rename(name: string) {
    const now = current();
    if (now) update(await archive.rename({ run: now.run.id, name }).catch(() => now.run));
  }

  return { start, open, look, close, goOn, pause, stop, readOn, doWithoutRest, rename };
}

const lockOf = (run: string) => `sentiscope-run-${run}`;

function reasonOf(failure: Failure): PauseReason {
  if (failure.code === 'model-changed') return { why: 'other-model' };
  if (failure.code === 'cancelled') return { why: 'user' };
  return { why: 'failed', failure };
}
