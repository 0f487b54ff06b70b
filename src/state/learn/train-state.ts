import type { Failure } from '../../core/failure.ts';
import type { Inspection } from '../../core/intake.ts';
import { MOST_LABELS, type Examples } from '../../core/learn/train/examples.ts';
import type { CurvePoint } from '../../core/learn/train/solver.ts';
import type { LearningPoint, Trained, TrainSettings } from '../../core/learn/train/trainer.ts';
import type { Progress } from '../../core/protocol.ts';
import { BASE } from '../../models/catalogue.ts';
import type { OwnModel } from '../../models/own-model.ts';

/** What is chosen for the next training. */
export interface TrainSetup {
  data: TrainData;
  /** Id of the bundled model whose embeddings are learnt from. */
  encoder: string;
  /** Labels kept, the most frequent ones; 2 to MOST_LABELS. */
  mostLabels: number;
  settings: TrainSettings;
}

export type TrainData =
  | { phase: 'none' }
  | { phase: 'opening'; name: string }
  | { phase: 'refused'; failure: Failure }
  | {
      phase: 'open';
      file: File;
      inspection: Inspection;
      /** Index into the columns; undefined where none looks like it and none is chosen. */
      text: number | undefined;
      label: number | undefined;
      content: TrainContent;
    };

export type TrainContent =
  /** A column is still to be chosen. */
  | { phase: 'unread' }
  | { phase: 'reading'; rows: number }
  | { phase: 'failed'; failure: Failure }
  | {
      phase: 'ready';
      /** With every label that there may be. */
      all: Examples;
      /** With the labels kept. */
      examples: Examples;
      /** Rows that could not be read. */
      skipped: number;
    };

/** What a training is of; the set-up may have gone on since. */
export interface TrainPlan {
  file: string;
  /** Name of the label's column. */
  column: string;
  examples: Examples;
  encoder: string;
  settings: TrainSettings;
}

export type Training =
  | { phase: 'idle' }
  /** The encoder reads every text; `progress` while it is still coming in. */
  | {
      phase: 'embedding';
      plan: TrainPlan;
      done: number;
      total: number;
      progress: Progress | undefined;
      /** At the pace so far. */
      secondsLeft: number | undefined;
    }
  | { phase: 'training'; plan: TrainPlan; points: readonly CurvePoint[]; paused: boolean }
  | {
      phase: 'done';
      plan: TrainPlan;
      points: readonly CurvePoint[];
      result: TrainResult;
      curve: LearningCurve;
    }
  | { phase: 'failed'; failure: Failure };

export type LearningCurve =
  | { phase: 'none' }
  | { phase: 'running'; points: readonly LearningPoint[] }
  | { phase: 'done'; points: readonly LearningPoint[] }
  | { phase: 'failed'; failure: Failure };

export interface TrainResult {
  trained: Trained;
  /** Texts in each part. */
  parts: { train: number; validation: number; test: number };
  /** Right answers of the bundled model on the test part, where the labels are its own. */
  bundled: Bundled | undefined;
  /** Texts of the test part that got another label than the given one, at most 30. */
  wrong: readonly { text: string; given: string; found: string }[];
  /** All but the name that it will get. */
  model: Omit<OwnModel, 'title'>;
  /** Id under which it was kept. */
  kept: string | undefined;
}

export interface Bundled {
  right: number;
  /** Texts of the test part that one alone got right: for McNemar's test. */
  onlyTrained: number;
  onlyBundled: number;
}

/** A text tried on the head just trained. */
export interface Trial {
  typed: string;
  /** For `text`, which may be older than what is typed. */
  answer: { text: string; probabilities: Readonly<Record<string, number>> } | undefined;
  failure: Failure | undefined;
}

export const NO_TRIAL: Trial = { typed: '', answer: undefined, failure: undefined };

export const FIRST_TRAIN_SETUP: TrainSetup = {
  data: { phase: 'none' },
  encoder: BASE.id,
  mostLabels: MOST_LABELS,
  settings: { seed: 1, l2: 0.01, balanced: true },
};

/** Models of the user's own. */
export interface OwnModels {
  /** Newest first. */
  list: readonly OwnModel[];
  /** Why the newest could not be kept for the next visit, or a file was not taken. */
  failure: Failure | undefined;
}
