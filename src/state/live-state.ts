import type { Failure } from '../core/failure.ts';
import type { Prediction } from '../core/predict.ts';
import type { Piece } from '../core/protocol.ts';
import type { Segment } from '../core/segments.ts';

/** Where the time of one answer went, in ms. The parts sum to `totalMs`. */
export interface Sample {
  /** From the keystroke to its start in a free worker. */
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
  /** Title of the model that gave it, and whether that only stands in for the chosen one. */
  by: { title: string; standsIn: boolean };
  prediction: Prediction;
  pieces: readonly Piece[];
  /** All but paintMs and totalMs are known before it is drawn. */
  sample: Omit<Sample, 'paintMs' | 'totalMs'>;
  /** On the clock of performance.now(): of the keystroke and of the answer. */
  askedAt: number;
  answeredAt: number;
}

export type ScoredSentence = Segment & { prediction: Prediction | undefined };
/** Effect: P(label) of the whole text minus P(label) without the word, -1 to 1. Positive: the word speaks for it. */
export type WeighedWord = Segment & { effect: number };

export type Why =
  | { phase: 'none' }
  | { phase: 'running'; text: string; variants: number }
  | {
      phase: 'done';
      text: string;
      label: string;
      words: readonly WeighedWord[];
      variants: number;
      elapsedMs: number;
    }
  | { phase: 'failed'; text: string; failure: Failure };

export interface Live {
  /** What stands in the box; during composition, what stood there before it. */
  text: string;
  /** An input method is composing: the box holds more than `text`. */
  composing?: boolean;
  /** What was refused for its length, until the next text is taken. */
  tooLong?: { characters: number; start: string } | undefined;
  /** The newest answer painted; for the box as it stands only if `isCurrent`. */
  answer: LiveAnswer | undefined;
  failure: Failure | undefined;
  /** The last 60 answers, oldest first. */
  samples: readonly Sample[];
  /** Only for a text of several sentences, once it is scored whole. For an older text until then. */
  sentences: { text: string; parts: readonly ScoredSentence[] } | undefined;
  why: Why;
}

/** Whether the answer on show is for what stands in the box now. If not, the next one is under way. */
export const isCurrent = ({ text, answer, composing }: Live): boolean =>
  answer?.text === text && !composing;
