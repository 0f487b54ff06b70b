import type { Failure } from '../../core/failure.ts';
import type { Prediction } from '../../core/predict.ts';

/** Calls of predict, tried out in Learn. */
export interface Calls {
  /** As it stands in the box. */
  typed: string;
  /** Newest first. */
  entries: readonly CallEntry[];
  /** The same text as a list of one and by itself. */
  pair: Pair;
}

export interface CallEntry {
  /** Counts up from 1. */
  number: number;
  source: string;
  outcome: Outcome;
}

export type Outcome =
  /** Under way, or waiting for a model. */
  | { phase: 'waiting' }
  | { phase: 'answered'; answer: Prediction | readonly Prediction[]; tookMs: number }
  /** Not a call that can be read; `at` is an index into the source. */
  | { phase: 'unread'; message: string; at: number }
  /** predict itself refused the value. */
  | { phase: 'thrown'; name: string; message: string }
  /** More texts than a call here may have. */
  | { phase: 'too-many'; texts: number }
  | { phase: 'failed'; failure: Failure };

export interface Pair {
  text: string;
  list: Outcome | undefined;
  one: Outcome | undefined;
}

/** Texts of a call here: enough to try, and each is shown. Score a file takes any number. */
export const MOST_CALL_TEXTS = 200;
/** Calls kept; older ones go. */
export const MOST_ENTRIES = 20;

export const FIRST_CALLS: Calls = {
  typed: 'predict(["I love sunny days", "The movie was great"])',
  entries: [],
  pair: { text: 'Hello world', list: undefined, one: undefined },
};
