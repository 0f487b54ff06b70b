import type { Failure } from '../core/failure.ts';
import type { Comparison, ListedRun } from '../core/runs.ts';

export type Comparing =
  | { phase: 'none' }
  | { phase: 'running'; a: string; b: string; rows: number; total: number }
  | { phase: 'done'; comparison: Comparison }
  | { phase: 'failed'; failure: Failure };

/** Earlier runs, and what they take. */
export interface Runs {
  /** Newest first; undefined until they have been looked up. */
  list: readonly ListedRun[] | undefined;
  /** Texts whose predictions are kept for later files. */
  predictions: number;
  failure: Failure | undefined;
  /** Of everything this site keeps, in bytes, as the browser states it. */
  usage: { used: number; quota: number } | undefined;
  /** Whether the browser has promised not to clear it by itself; undefined where it can't say. */
  persisted: boolean | undefined;
  comparing: Comparing;
}

export const NO_RUNS: Runs = {
  list: undefined,
  predictions: 0,
  failure: undefined,
  usage: undefined,
  persisted: undefined,
  comparing: { phase: 'none' },
};
