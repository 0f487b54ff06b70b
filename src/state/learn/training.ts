import { toFailure } from '../../core/failure.ts';
import type { Examples } from '../../core/learn/train/examples.ts';
import { splitRows, type Split } from '../../core/learn/train/split.ts';
import type { Trainer, TrainSettings } from '../../core/learn/train/trainer.ts';
import type { Studio } from '../../core/learn/studio.ts';
import type { Scored } from '../../core/protocol.ts';
import type { Asks } from '../../core/wire.ts';
import { findBundled } from '../../models/chosen.ts';
import { DIMENSIONS, encoderHash, headRows, ownId } from '../../models/own-model.ts';
import type { Store } from '../store.ts';
import { judgeBundled } from './judge-bundled.ts';
import { examplesIn } from './train-data.ts';
import type { LearningCurve, Training, TrainResult, TrainSetup } from './train-state.ts';

interface Deps {
  store: Store;
  studio: Studio;
  trainer: Asks<Trainer>;
  today: () => number;
}

/** Steps come in lots of about this many milliseconds: the curves move, and a pause is heard at once. */
const LOT_MS = 60;
const MOST_WRONG = 12;

/** One training from examples to a judged head. */
interface Plan {
  file: string;
  encoder: string;
  examples: Examples;
  split: Split;
  settings: TrainSettings;
  scored: Scored;
}

export function trainingActions({ store, studio, trainer, today }: Deps) {
  let run = new AbortController();
  let plan: Plan | undefined;
  /** Texts already read by an encoder: other settings need not wait again. */
  let known: { examples: Examples; encoder: string; scored: Scored } | undefined;

  const training = () => store.getState().training;
  const setup = (change: Partial<TrainSetup>) =>
    store.setState(({ trainSetup }) => ({ trainSetup: { ...trainSetup, ...change } }));

  /** @returns shows a state, as long as this run is the current one */
  function begin() {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    const show = (next: Training) => {
      if (!signal.aborted) store.setState({ training: next });
    };
    return { signal, show };
  }

  async function embed(examples: Examples, encoder: string, { signal, show }: Run) {
    if (known?.examples === examples && known.encoder === encoder) return known.scored;
    const total = examples.texts.length;
    show({ phase: 'embedding', done: 0, total, progress: undefined });
    const scored = await studio.embed(encoder, examples.texts, {
      signal,
      onDownload: (progress) => show({ phase: 'embedding', done: 0, total, progress }),
      onDone: (done) => show({ phase: 'embedding', done, total, progress: undefined }),
    });
    known = { examples, encoder, scored };
    return scored;
  }

  /** Reads the texts, begins a training and, unless `paused`, goes on to its end. */
  async function start(paused = false) {
    const current = begin();
    const { signal, show } = current;
    const { data, encoder, settings } = store.getState().trainSetup;
    try {
      const { file, examples } = examplesIn(data);
      const scored = await embed(examples, encoder, current);
      signal.throwIfAborted();
      const split = splitRows(examples.targets, settings.seed);
      plan = { file, encoder, examples, split, settings, scored };
      const first = await trainer.begin({
        embeddings: scored.embeddings!, // asked for
        dimensions: DIMENSIONS,
        targets: examples.targets,
        labels: examples.labels,
        split,
        settings,
      });
      show({ phase: 'training', points: [first], paused });
      if (!paused) await goOn(current);
    } catch (error) {
      show({ phase: 'failed', failure: toFailure(error, 'inference-failed') });
    }
  }

  /** Takes lots of steps until paused or done. */
  async function goOn(current: Run) {
    try {
      while (isGoing(current)) await take({ ms: LOT_MS, most: 20 }, current);
    } catch (error) {
      current.show({ phase: 'failed', failure: toFailure(error, 'inference-failed') });
    }
  }

  const isGoing = ({ signal }: Run) => {
    const state = training();
    return !signal.aborted && state.phase === 'training' && !state.paused;
  };

  async function take(lot: { ms: number; most: number }, { signal, show }: Run) {
    const { points, done } = await trainer.step(lot);
    const state = training();
    if (signal.aborted || state.phase !== 'training') return;
    const all = [...state.points, ...points];
    show({ ...state, points: all });
    if (!done) return;
    const result = await finish(plan!); // a training under way has one
    show({ phase: 'done', points: all, result, curve: { phase: 'none' } });
  }

  async function finish({ file, encoder, examples, split, settings, scored }: Plan) {
    const trained = await trainer.finish(undefined);
    const { labels, targets, texts } = examples;
    const given = split.test.map((row) => targets[row]!);
    const right = given.filter((target, i) => trained.predicted[i] === target).length;
    const content = {
      encoder: { id: encoder, sha256: encoderHash(findBundled(encoder)) },
      ...headRows(trained.head),
    };
    const result: TrainResult = {
      trained,
      labels,
      parts: {
        train: split.train.length,
        validation: split.validation.length,
        test: split.test.length,
      },
      bundled: judgeBundled(labels, split.test, targets, trained.predicted, scored.probabilities),
      wrong: split.test
        .flatMap((row, i) => {
          const found = labels[trained.predicted[i]!]!;
          return trained.predicted[i] === targets[row]
            ? []
            : { text: texts[row]!, given: labels[targets[row]!]!, found };
        })
        .slice(0, MOST_WRONG),
      model: {
        source: 'own',
        format: 'sentiscope-own-model',
        version: 1,
        id: ownId(content),
        ...content,
        trained: {
          at: today(),
          from: file,
          texts: texts.length,
          right,
          of: given.length,
          ...settings,
          steps: trained.best.step,
        },
      },
      kept: undefined,
    };
    return result;
  }

  return {
    change: (settings: Partial<TrainSettings>) =>
      setup({ settings: { ...store.getState().trainSetup.settings, ...settings } }),
    chooseEncoder: (encoder: string) => setup({ encoder }),
    start: () => start(),
    pause() {
      const state = training();
      if (state.phase === 'training') store.setState({ training: { ...state, paused: true } });
    },
    async resume() {
      const state = training();
      if (state.phase !== 'training') return;
      const current = begin(); // whatever lot is still under way is told to no one, and asked for again by its points
      current.show({ ...state, paused: false });
      await goOn(current);
    },
    /** One step and no more; from the start, if there is no training yet. */
    async step() {
      const state = training();
      if (state.phase !== 'training') return start(true);
      const current = begin();
      current.show({ ...state, paused: true });
      try {
        await take({ ms: 0, most: 1 }, current);
      } catch (error) {
        current.show({ phase: 'failed', failure: toFailure(error, 'inference-failed') });
      }
    },
    /** Forgets the training; examples and settings stay. */
    reset() {
      begin();
      store.setState({ training: { phase: 'idle' } });
    },
    /** Trains on growing parts of the training texts. */
    async learn() {
      const state = training();
      if (state.phase !== 'done') return;
      const { signal } = run;
      const show = (curve: LearningCurve) => {
        const now = training();
        if (!signal.aborted && now.phase === 'done')
          store.setState({ training: { ...now, curve } });
      };
      show({ phase: 'running', points: [] });
      try {
        const points = await trainer.learningCurve(undefined, {
          signal,
          onProgress: (some) => show({ phase: 'running', points: some }),
        });
        show({ phase: 'done', points });
      } catch (error) {
        show({ phase: 'failed', failure: toFailure(error, 'inference-failed') });
      }
    },
  };
}

interface Run {
  signal: AbortSignal;
  show: (next: Training) => void;
}
