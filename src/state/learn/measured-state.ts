import type { Figures } from '../../core/bench/figures.ts';
import type { BenchResult } from '../../core/bench/result.ts';

/** What this machine's own benchmark has measured. */
export type Measured =
  | { phase: 'unread' }
  /** No benchmark has been kept on this machine. */
  | { phase: 'none' }
  /** The newest one. */
  | { phase: 'ready'; result: BenchResult; figures: Figures };
