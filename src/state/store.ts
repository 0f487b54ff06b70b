import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  EMPTY_SHELF,
  FIRST_SETUP,
  NO_BENCH,
  type Bench,
  type BenchSetup,
  type BenchShelf,
} from './bench/state.ts';
import { NO_CASCADE, type CascadeState } from './cascade-state.ts';
import type { EngineState } from './engine-state.ts';
import { IDLE, type IntakeState } from './intake-state.ts';
import type { Live } from './live-state.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { FIRST_CALLS, type Calls } from './learn/calls-state.ts';
import { FIRST_GROWN, FIRST_LENS, type Grown, type Lens } from './learn/lens-state.ts';
import { FIRST_WHEN, type When } from './learn/when-state.ts';
import { NO_QUIZ, type Quiz } from './learn/quiz/quiz-state.ts';
import {
  FIRST_TRAIN_SETUP,
  NO_TRIAL,
  type OwnModels,
  type Training,
  type TrainSetup,
  type Trial,
} from './learn/train-state.ts';
import { NO_RESULTS, type Results } from './results-state.ts';
import { NO_SCORING, type Scoring } from './scoring-state.ts';
import { NO_RUNS, type Runs } from './runs-state.ts';
import type { HubLookup } from './hub-state.ts';
import type { Keeping } from './keeping-state.ts';
import type { Verifications } from './learn/verify-state.ts';
import type { Records } from './learn/records-state.ts';
import type { Measured } from './learn/measured-state.ts';

/** One key for each feature; each value is replaced whole. */
export interface AppState {
  settings: Settings;
  engine: EngineState;
  hub: HubLookup;
  live: Live;
  keeping: Keeping;
  /** A file on its way in. */
  intake: IntakeState;
  /** Exact or by cascade: how the next run is scored. */
  cascade: CascadeState;
  /** The run on show, and what is being done about it. */
  scoring: Scoring;
  results: Results;
  runs: Runs;
  bench: Bench;
  benchSetup: BenchSetup;
  benchShelf: BenchShelf;
  /** Learn's look at every stage of a few texts, and at a list of many. */
  lens: Lens;
  grown: Grown;
  /** A head being trained, and what for. */
  trainSetup: TrainSetup;
  training: Training;
  trial: Trial;
  ownModels: OwnModels;
  /** This machine's newest benchmark, for Learn. */
  measured: Measured;
  /** Learn's job to choose a mode for, and calls of predict tried out. */
  when: When;
  calls: Calls;
  /** What lies beside the bundled models and tells of them. */
  records: Records;
  /** Files of the bundled models whose hashes a visitor has checked. */
  verifications: Verifications;
  quiz: Quiz;
  /** A newer version of the page is installed and waits for a reload. */
  updateReady: boolean;
  /** The page itself is kept and opens without a network; the model is another matter: see keeping. */
  opensOffline: boolean;
}

export type Store = StoreApi<AppState>;

export function createAppStore(initial: Partial<AppState> = {}): Store {
  return createStore<AppState>(() => ({
    settings: DEFAULT_SETTINGS,
    engine: { running: undefined, loading: { phase: 'checking' } }, // the page starts one at once
    hub: { phase: 'idle' },
    live: {
      text: '',
      answer: undefined,
      failure: undefined,
      samples: [],
      sentences: undefined,
      why: { phase: 'none' },
    },
    keeping: { files: [], bytes: 0 },
    intake: IDLE,
    cascade: NO_CASCADE,
    scoring: NO_SCORING,
    results: NO_RESULTS,
    runs: NO_RUNS,
    bench: NO_BENCH,
    benchSetup: FIRST_SETUP,
    benchShelf: EMPTY_SHELF,
    lens: FIRST_LENS,
    grown: FIRST_GROWN,
    trainSetup: FIRST_TRAIN_SETUP,
    training: { phase: 'idle' },
    trial: NO_TRIAL,
    ownModels: { list: [], failure: undefined },
    measured: { phase: 'unread' },
    when: FIRST_WHEN,
    calls: FIRST_CALLS,
    records: {},
    verifications: {},
    quiz: NO_QUIZ,
    updateReady: false,
    opensOffline: false,
    ...initial,
  }));
}
