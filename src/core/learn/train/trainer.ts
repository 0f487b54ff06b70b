import type { Head } from '../../head.ts';
import type { CurvePoint } from './solver.ts';
import type { Split } from './split.ts';

/** What a head is trained on, and how. */
export interface TrainOrder {
  /** Row-major [texts, dimensions]. */
  embeddings: Float32Array<ArrayBuffer>;
  dimensions: number;
  /** [texts], index into `labels`. */
  targets: readonly number[];
  labels: readonly string[];
  split: Split;
  settings: TrainSettings;
}

export interface TrainSettings {
  /** Of the split, 0 to MOST_SEED. */
  seed: number;
  /** L2 penalty, 0 to MOST_L2. */
  l2: number;
  /** Every label weighs the same, whatever its share. */
  balanced: boolean;
}

export const MOST_STEPS = 500;
export const MOST_L2 = 10;
/** Seeds are 32 bits. */
export const MOST_SEED = 2 ** 32 - 1;

export const areSettings = ({ seed, l2 }: TrainSettings): boolean =>
  Number.isInteger(seed) && seed >= 0 && seed <= MOST_SEED && l2 >= 0 && l2 <= MOST_L2;

export interface Trained {
  head: Head;
  /** The step whose weights these are. */
  best: CurvePoint;
  /** Labels found for the rows of split.test, in its order. */
  predicted: Uint8Array<ArrayBuffer>;
  /** Counts on the test part: [given][predicted]. */
  confusion: readonly (readonly number[])[];
  /** The most frequent label of the training part, and how often it is right on the test part. */
  majority: { label: number; right: number };
}

/** How good a head is that was trained on the first `texts` of the training part. */
export interface LearningPoint {
  texts: number;
  /** Share right of those texts. */
  train: number;
  /** Right answers on the test part. */
  right: number;
  of: number;
}

/** What each call of the trainer worker sends and gets back. */
export interface Trainer {
  /** Takes the examples and forgets earlier ones. */
  begin: { input: TrainOrder; output: CurvePoint };
  /** Takes steps for about `ms` milliseconds, at least one, until done. */
  step: { input: { ms: number; most: number }; output: { points: CurvePoint[]; done: boolean } };
  /** Judges the best weights so far on the test part. */
  finish: { input: undefined; output: Trained };
  /** Trains anew on growing parts of the training part; reports each as it comes. Leaves the training under way alone. */
  learningCurve: {
    input: TrainOrder;
    output: readonly LearningPoint[];
    progress: readonly LearningPoint[];
  };
}
