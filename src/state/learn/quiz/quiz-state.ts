import type { Failure } from '../../../core/failure.ts';
import type { Sheet } from './sheet.ts';

export interface Quiz {
  /** The one on show, under way or finished. */
  sheet: Sheet | undefined;
  /** Index of the question on show; QUESTIONS: the result. */
  at: number;
  checking: Checking;
  /** Finished ones, newest first. */
  past: readonly Sheet[];
}

export type Checking =
  | { phase: 'no' }
  /** The model is asked for the right answer. */
  | { phase: 'asking' }
  /** Undefined: there is no right answer here, such as after the benchmark was deleted. */
  | { phase: 'failed'; failure: Failure | undefined };

export const NO_QUIZ: Quiz = { sheet: undefined, at: 0, checking: { phase: 'no' }, past: [] };
