import type { Figures } from '../../core/bench/figures.ts';
import type { BenchListed, BenchResult } from '../../core/bench/result.ts';
import { DEFAULT_SETTINGS, type BenchSettings } from '../../core/bench/settings.ts';
import type { Failure } from '../../core/failure.ts';
import type { Progress } from '../../core/protocol.ts';

/** What a run is doing now. */
export type Step =
  /** Machine, clock and calibration loop; texts. */
  | { kind: 'preparing' }
  /** `progress` while files come in. */
  | { kind: 'loading'; engine: string; progress: Progress | undefined }
  /** Every text once, untimed, by itself: what timed answers are held against. */
  | { kind: 'alone'; engine: string; done: number; total: number }
  | { kind: 'warming'; engine: string; done: number; total: number }
  /** Interleaved rounds over all cells. */
  | { kind: 'rounds'; done: number; elapsedMs: number; capMs: number }
  | { kind: 'server'; rate: number; done: number; total: number }
  | { kind: 'painting' };

export type Bench =
  | { phase: 'idle' }
  | {
      phase: 'running';
      settings: BenchSettings;
      startedAt: number;
      step: Step;
      /** The tab was hidden: the round under way is thrown away, and the run goes on when it is seen again. */
      paused: boolean;
      cancelling: boolean;
    }
  | {
      phase: 'done';
      result: BenchResult;
      /** Undefined while they are computed. */
      figures: Figures | undefined;
      /** Why it could not be kept, if so. */
      notKept: Failure | undefined;
    }
  | { phase: 'failed'; failure: Failure };

/** What is chosen for the next run. */
export interface BenchSetup {
  settings: BenchSettings;
  /** Real time's ms a review over batch's, as a student guesses: over 1 says batch is faster. */
  guess: number | undefined;
}

export interface BenchShelf {
  /** Newest first; undefined until read. */
  saved: readonly BenchListed[] | undefined;
  /** Machines on show side by side: imported files, and kept runs added to them. */
  compared: readonly { result: BenchResult; figures: Figures }[];
  /** Imported files that could not be read. */
  refused: readonly { file: string; failure: Failure }[];
}

export const NO_BENCH: Bench = { phase: 'idle' };
export const FIRST_SETUP: BenchSetup = { settings: DEFAULT_SETTINGS, guess: undefined };
export const EMPTY_SHELF: BenchShelf = { saved: undefined, compared: [], refused: [] };

/** What the views call. None of these rejects, but for `run`. */
export interface BenchActions {
  change: (settings: Partial<BenchSettings>) => void;
  guess: (ratio: number | undefined) => void;
  /** Runs what is chosen and shows the result. */
  start: () => Promise<void>;
  /** Ends the run under way; what is complete is kept and shown. */
  cancel: () => void;
  /** Back to the set-up. */
  close: () => void;
  /** As `start`, for callers without the view. Rejects with an AppError: bench-running, bad-input, or what went wrong. */
  run: (settings?: Partial<BenchSettings>) => Promise<BenchResult>;
  /** Reads the list of kept runs. */
  refresh: () => Promise<void>;
  open: (id: string) => Promise<void>;
  rename: (id: string, name: string) => Promise<void>;
  remove: (id: string) => Promise<void>;
  /** Adds files to the comparison; those that can't be read get a sentence. */
  importFiles: (files: readonly File[]) => Promise<void>;
  /** Adds a kept run to the comparison, or takes it out. */
  compare: (id: string) => Promise<void>;
  clearCompared: () => void;
  /** Hands the result on show over as a JSON file. */
  exportJson: () => void;
}
