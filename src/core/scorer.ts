import type { CascadeOrder } from './cascade.ts';
import type { Failure } from './failure.ts';
import type {
  Fetched,
  FileSpec,
  Loaded,
  LoadOrder,
  Priority,
  Progress,
  Scored,
} from './protocol.ts';

export interface ScoreOptions {
  priority?: Priority;
  /** Dropped at once while queued; between two forward passes once running. */
  signal?: AbortSignal;
  pieces?: boolean;
  /** Key of the model that must answer; another one rejects with model-changed. */
  model?: string;
  /** Whether a stand-in may answer; anything else waits for the model that it stands in for. */
  standIn?: boolean;
  /** Scored by cascade: by this small model first, which a worker loads once beside its own. */
  cascade?: CascadeOrder & { companion: LoadOrder };
}

export type Timed = Scored & {
  /** From the asking to the first forward pass, as far as others were in the way, message passing included. */
  queueMs: number;
  /** From the asking to the answer, on the page's clock. */
  roundTripMs: number;
};

export interface StartOrder {
  load: LoadOrder;
  workers: number;
  /** Most tokens, padding included, in one forward pass. */
  batchTokens: number;
  /** It answers only what asks for it, until the next start. */
  standIn?: boolean;
  /**
   * Judges the first loaded worker before it may answer anyone; it rejects to refuse.
   *
   * @returns another `batchTokens`, if it has found a better one
   */
  accept?: (score: ScoreWith) => Promise<number | undefined>;
}

/** Scores in a worker that answers nobody yet. */
export type ScoreWith = (texts: readonly string[], batchTokens: number) => Promise<Scored>;

export type PoolEvent =
  | { kind: 'workers'; ready: number; wanted: number }
  | { kind: 'restarted'; failure: Failure }
  /** Too many crashes in a row: the pool has stopped, waiting calls were rejected. */
  | { kind: 'gave-up'; failure: Failure };

/** What one worker has done since it was started; times in ms, the call it works on now included. */
export interface WorkerActivity {
  batchMs: number;
  /** Everything that goes before batch. */
  liveMs: number;
  /** Calls, or chunks of calls, that went before batch. */
  liveCalls: number;
}

/** Sentiment scoring as the rest of the page sees it: async functions, no threads in sight. */
export interface Scorer {
  fetch: (
    files: readonly FileSpec[],
    options: { onProgress: (progress: Progress) => void; signal: AbortSignal },
  ) => Promise<Fetched>;
  /** Loads a model; what was loaded before answers until the new one is ready, and goes on if it never is. */
  start: (order: StartOrder, signal: AbortSignal) => Promise<Loaded>;
  /** Waits for a model if there is none yet. Rejects with an AppError. */
  score: (texts: readonly string[], options?: ScoreOptions) => Promise<Timed>;
  /** Changes the number of workers of the running model. */
  resize: (workers: number) => void;
  /** The stand-in becomes the model that answers everything. */
  promote: (workers: number) => void;
  /** No model is to be expected until the next start: rejects all that waits for one. A stand-in goes on. */
  fail: (failure: Failure) => void;
  /** One entry for each worker at hand. */
  activity: () => readonly WorkerActivity[];
  watch: (listener: (event: PoolEvent) => void) => void;
}
