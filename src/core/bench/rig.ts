import type { Fetched, FileSpec, LoadOrder, Progress, Scored } from '../protocol.ts';
import type { Figures } from './figures.ts';
import type { BenchResult } from './result.ts';
import type { Baseline } from './settings.ts';

/** Workers of the benchmark's own, each with the same model: what is timed shares no queue with the rest of the page. */
export interface Crew {
  /** One entry for each worker. */
  loadMs: readonly number[];
  /**
   * One request to one worker. Its texts go through one forward pass, where the engine may pad; else through one for
   * each length. Rejects with an AppError.
   */
  score: (worker: number, texts: readonly string[]) => Promise<Scored>;
  /** Smallest step of the first worker's clock, in ms. */
  tickMs: () => Promise<number>;
  close: () => void;
}

export interface Rig {
  fetch: (
    files: readonly FileSpec[],
    options: { onProgress: (progress: Progress) => void; signal: AbortSignal },
  ) => Promise<Fetched>;
  open: (load: LoadOrder, workers: number, signal: AbortSignal) => Promise<Crew>;
  /** A baseline; `examples` is what a linear classifier learns from. */
  openBaseline: (
    order: BaselineOrder,
    signal: AbortSignal,
  ) => Promise<Crew & Pick<BaselineReady, 'trainedOn'>>;
}

export interface BaselineOrder {
  kind: Baseline;
  /** Labelled texts. Each is judged by a classifier that has not seen it: five folds, by the seed. */
  examples: readonly { text: string; label: number }[];
  seed: number;
}
export interface BaselineReady {
  /** Examples each fold's classifier was trained on; null for a lexicon. */
  trainedOn: number | null;
  trainMs: number;
}

/** Calls of the benchmark's own worker: baselines, and what would hold up the page. */
export interface Bencher {
  prepare: { input: BaselineOrder; output: BaselineReady };
  score: { input: readonly string[]; output: Scored };
  tick: { input: undefined; output: number };
  figures: { input: BenchResult; output: Figures };
}

/** What is known of the machine, asked at the start of a run; see BenchResult. */
export interface Machine {
  userAgent: string;
  cores: number;
  memoryGb: number | null;
  isolated: boolean;
  adapter: { name: string; software: boolean } | null;
  charging: boolean | null;
  tickMs: number;
}

/** The page's senses, as a run needs them. */
export interface Surroundings {
  machine: () => Promise<Machine>;
  /** Runs of a fixed loop of integer arithmetic, ms each, on the page's thread, in slices under 50 ms. */
  calibrate: () => Promise<number[]>;
  /** How late a timer of 20 ms comes, ms, median of a few. */
  timerLag: () => Promise<number>;
  hidden: () => boolean;
  /** Resolves once the tab is visible. */
  visible: (signal: AbortSignal) => Promise<void>;
  /** Told whenever the tab is hidden. @returns stops it */
  onHidden: (listener: () => void) => () => void;
  /** Shows a label on the page. @returns ms until the frame that shows it is done */
  paint: (label: string) => Promise<number>;
  /** Resolves at a time of performance.now(), as exactly as timers allow, never early. */
  until: (at: number) => Promise<void>;
}
