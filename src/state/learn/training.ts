import { AppError, toFailure } from '../../core/failure.ts';
import { splitRows, type Split } from '../../core/learn/train/split.ts';
import {
  areSettings,
  type Trainer,
  type TrainOrder,
  type TrainSettings,
} from '../../core/learn/train/trainer.ts';
import type { Asks } from '../../core/wire.ts';
import { DIMENSIONS } from '../../models/own-model.ts';
import type { Store } from '../store.ts';
import type { createEmbeddings, Embedded } from './embeddings.ts';
import { readResult } from './read-result.ts';
import { examplesIn } from './train-data.ts';
import type { LearningCurve, Training, TrainPlan, TrainSetup } from './train-state.ts';

interface Deps {
  store: Store;
  embedAll: ReturnType<typeof createEmbeddings>;
  trainer: Asks<Trainer>;
  now: () => number;
  today: () => number;
}

/** Steps come in lots of about this many milliseconds: the curves move, and a pause is heard at once. */
const LOT = { ms: 120, most: 20 };
const ONE_STEP = { ms: 0, most: 1 };

/** One training from examples to a judged head. A later start, or a reset, aborts it. */
interface Run {
  signal: AbortSignal;
  /** Single steps asked for and not taken yet. */
  steps: number;
  /** Lots are being taken. */
  going: boolean;
  /** Settles once paused or done. */
  driven: Promise<void>;
  /** Known once the texts are read. */
  ready: { plan: TrainPlan; split: Split; embedded: Embedded } | undefined;
}

export function trainingActions({ store, embedAll, trainer, now, today }: Deps) {
  let control = new AbortController();
  let run = fresh();
  /** For the learning curve. */
  let learning = new AbortController();

  function fresh(): Run {
    control.abort();
    control = new AbortController();
    const driven = Promise.resolve();
    return { signal: control.signal, steps: 0, going: false, driven, ready: undefined };
  }

  const training = () => store.getState().training;
  const setup = (change: Partial<TrainSetup>) =>
    store.setState(({ trainSetup }) => ({ trainSetup: { ...trainSetup, ...change } }));
  /** A replaced run draws nothing more. */
  function show({ signal }: Run, next: Training) {
    if (!signal.aborted) store.setState({ training: next });
  }
  const fail = (current: Run, error: unknown) =>
    show(current, { phase: 'failed', failure: toFailure(error, 'inference-failed') });

  async function embed(plan: TrainPlan, current: Run): Promise<Embedded> {
    const { texts } = plan.examples;
    const total = texts.length;
    const state = { phase: 'embedding', plan, total, progress: undefined } as const;
    let first: { done: number; at: number } | undefined;
    show(current, { ...state, done: 0, secondsLeft: undefined });
    return embedAll(plan.encoder, texts, {
      signal: current.signal,
      onDownload: (progress) =>
        show(current, { ...state, done: 0, progress, secondsLeft: undefined }),
      onDone(done) {
        const at = now();
        first ??= { done, at };
        const rate = (done - first.done) / (at - first.at); // texts a millisecond
        const secondsLeft = rate > 0 ? (total - done) / rate / 1000 : undefined;
        show(current, { ...state, done, secondsLeft });
      },
    });
  }

  /** Reads the texts, begins a training and, unless `paused`, goes on to its end. */
  async function start(paused = false) {
    const current = (run = fresh());
    try {
      const { data, encoder, settings } = store.getState().trainSetup;
      const plan = { ...examplesIn(data), encoder, settings };
      const split = splitRows(plan.examples.targets, settings.seed);
      const embedded = await embed(plan, current);
      current.signal.throwIfAborted();
      current.ready = { plan, split, embedded };
      const first = await trainer.begin(orderOf(current));
      show(current, { phase: 'training', plan, points: [first], paused });
      await drive(current);
    } catch (error) {
      fail(current, error);
    }
  }

  function orderOf({ ready }: Run): TrainOrder {
    if (!ready) throw new AppError({ code: 'bad-input', detail: 'no training has begun' });
    const { plan, split, embedded } = ready;
    const { targets, labels } = plan.examples;
    const { embeddings } = embedded;
    const { settings } = plan;
    return { embeddings, dimensions: DIMENSIONS, targets, labels, split, settings };
  }

  /** Takes lots of steps, or the single ones asked for, until paused or done. Never two at once: points come in order. */
  function drive(current: Run): Promise<void> {
    if (!current.going) {
      current.going = true;
      current.driven = takeLots(current);
    }
    return current.driven;
  }

  async function takeLots(current: Run) {
    try {
      while (await takeLot(current));
    } catch (error) {
      fail(current, error);
    } finally {
      current.going = false;
    }
  }

  /** @returns whether there may be another */
  async function takeLot(current: Run): Promise<boolean> {
    const before = training();
    if (current.signal.aborted || before.phase !== 'training') return false;
    if (!before.paused) current.steps = 0;
    else if (current.steps === 0) return false;
    else current.steps -= 1;
    const { points, done } = await trainer.step(before.paused ? ONE_STEP : LOT);
    const state = training(); // paused or resumed meanwhile, perhaps
    if (current.signal.aborted || state.phase !== 'training') return false;
    show(current, { ...state, points: [...state.points, ...points] });
    if (done) await finish(current);
    return !done;
  }

  async function finish(current: Run) {
    const { ready } = current;
    if (!ready || training().phase !== 'training') return;
    const trained = await trainer.finish(undefined);
    const state = training();
    if (state.phase !== 'training') return;
    const { plan, split, embedded } = ready;
    const result = readResult(plan, split, trained, embedded.probabilities, today());
    const { points } = state;
    show(current, { phase: 'done', plan, points, result, curve: { phase: 'none' } });
  }

  function setPaused(paused: boolean) {
    const state = training();
    if (state.phase === 'training') store.setState({ training: { ...state, paused } });
  }

  return {
    /** Settings out of their ranges are left as they were. */
    change: (part: Partial<TrainSettings>) => {
      const settings = { ...store.getState().trainSetup.settings, ...part };
      if (areSettings(settings)) setup({ settings });
    },
    chooseEncoder: (encoder: string) => setup({ encoder }),
    start: () => start(),
    /** The steps under way still count. */
    pause: () => setPaused(true),
    resume: async () => {
      setPaused(false);
      await drive(run);
    },
    /** One step and no more; from the start, if there is no training yet. */
    step: async () => {
      if (training().phase !== 'training') return start(true);
      setPaused(true);
      run.steps += 1;
      await drive(run);
    },
    /** Ends the training here, with the best step so far. */
    finish: async () => {
      const current = run;
      setPaused(true);
      try {
        await current.driven;
        await finish(current);
      } catch (error) {
        fail(current, error);
      }
    },
    /** Forgets the training; examples and settings stay. */
    reset: () => {
      run = fresh();
      store.setState({ training: { phase: 'idle' } });
    },
    /** Trains on growing parts of the training texts. */
    learn: async () => {
      learning.abort();
      learning = new AbortController();
      const signal = AbortSignal.any([run.signal, learning.signal]);
      const show = (curve: LearningCurve) => {
        const state = training();
        if (!signal.aborted && state.phase === 'done')
          store.setState({ training: { ...state, curve } });
      };
      show({ phase: 'running', points: [] });
      try {
        const points = await trainer.learningCurve(orderOf(run), {
          signal,
          onProgress: (some) => show({ phase: 'running', points: some }),
        });
        show({ phase: 'done', points });
      } catch (error) {
        show({ phase: 'failed', failure: toFailure(error, 'inference-failed') });
      }
    },
    stopLearning: () => {
      learning.abort();
      const state = training();
      if (state.phase === 'done')
        store.setState({ training: { ...state, curve: { phase: 'none' } } });
    },
  };
}
