import type { Failure } from '../core/failure.ts';
import type { Prediction } from '../core/predict.ts';
import type { Piece } from '../core/protocol.ts';
import type { Label } from '../core/sentiment.ts';

/** Where the time of one answer went, in ms. The parts sum to `totalMs`. */
export interface Sample {
  /** Waiting for a free worker. */
  queueMs: number;
  tokenizeMs: number;
  inferenceMs: number;
  /** Messages to the worker and back. */
  messageMs: number;
  /** From the answer to the frame that shows it. */
  paintMs: number;
  /** From the keystroke to the frame that shows its label. */
  totalMs: number;
  tokens: number;
}

export interface LiveAnswer {
  /** Rises by one with each answer. */
  id: number;
  /** The text it is for. */
  text: string;
  prediction: Prediction;
  pieces: readonly Piece[];
  /** All but paintMs and totalMs are known before it is drawn. */
  sample: Omit<Sample, 'paintMs' | 'totalMs'>;
  /** performance.now() of the keystroke and of the answer. */
  askedAt: number;
  answeredAt: number;
}

/** A stretch of the text. */
export interface Span {
  /** [from, to) in UTF-16 code units. */
  from: number;
  to: number;
}

export type ScoredSentence = Span & { prediction: Prediction | undefined };
/** Effect: P(label) of the whole text minus P(label) without the word, -1 to 1. Positive: the word speaks for it. */
export type WeighedWord = Span & { effect: number };

export type Why =
  | { phase: 'none' }
  | { phase: 'running'; text: string; variants: number }
  | {
      phase: 'done';
      text: string;
      label: Label;
      words: readonly WeighedWord[];
      variants: number;
      elapsedMs: number;
    }
  | { phase: 'failed'; text: string; failure: Failure };

export interface Live {
  /** What stands in the box. */
  text: string;
  /** The newest answer painted; for `text` if its own text is the same, else the next one is under way. */
  answer: LiveAnswer | undefined;
  failure: Failure | undefined;
  /** The last 60 answers, oldest first. */
  samples: readonly Sample[];
  /** Only for a text of several sentences, once it is scored whole. */
  sentences: { text: string; parts: readonly ScoredSentence[] } | undefined;
  why: Why;
}
