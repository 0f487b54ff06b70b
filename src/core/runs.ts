import type { BenchListed, BenchResult } from './bench/result.ts';
import type { CascadeOrder, CascadeWork } from './cascade.ts';
import type { Cell, Mapping, Problems, Reading } from './intake.ts';
import type { Device, Dtype } from './protocol.ts';
import rules from './rules.json';
import { LABELS } from './sentiment.ts';
import type { Interval } from './analysis/wilson.ts';

/**
 * Rows stored, planned and scored together: small enough to be read in a few milliseconds and to be lost without harm,
 * large enough for a GPU to find texts of equal length in it.
 */
export const BLOCK_ROWS = 2048;

/** Bits of a row's flags. Their names and values are shared with scale/, as all that stands in rules.json. */
export const FLAGS = {
  /** No text: kept, not scored. */
  empty: rules.flags.empty,
  /** The same text stands in an earlier row: scored once. */
  duplicate: rules.flags.duplicate,
  /** Looks not to be in the model's language. */
  foreign: rules.flags.foreign,
  /** Over the model's limit: scored in windows. Known once scored. */
  long: rules.flags.long,
  /** The top probability is under the model's threshold. Known once scored. */
  uncertain: rules.flags.uncertain,
} as const;
export type Flag = keyof typeof FLAGS;

/** Stands for "none" wherever a byte holds a label's index. */
export const NO_LABEL = 255;
/** Stands for "none" among names of labels: a model's own may be called anything else. */
export const UNLABELLED = '';

export interface RunModel {
  /** Names the weights and the number format: predictions of equal keys may stand for each other. */
  key: string;
  id: string;
  title: string;
  device: Device;
  dtype: Dtype;
  /** 0 where the model has no calibration. */
  uncertainBelow: number;
  /** What its probabilities stand for, in order; absent for LABELS. Only a model of the user's own brings others. */
  labels?: readonly string[];
  /** Scored by cascade: `key` then names both models and the gate, the rest is the accurate model's. */
  cascade?: CascadeOrder & {
    /** Key of the accurate model, which must answer. */
    accurate: string;
  };
}

/** @returns the key of the model that must sit in the workers */
export const answeringKey = ({ key, cascade }: RunModel): string => cascade?.accurate ?? key;

/** @returns what the model's probabilities stand for, in order */
export const labelsOf = ({ labels }: Pick<RunModel, 'labels'>): readonly string[] =>
  labels ?? LABELS;

/** Whether two models' labels are the same, in whatever order: only then can their runs be compared. */
export function haveSameLabels(a: Pick<RunModel, 'labels'>, b: Pick<RunModel, 'labels'>): boolean {
  const [ofA, ofB] = [new Set(labelsOf(a)), labelsOf(b)];
  return ofA.size === ofB.length && ofB.every((label) => ofA.has(label));
}

/** One file scored, or being scored, by one model. */
export interface Run {
  id: string;
  name: string;
  /** ms since 1970, as all times here. */
  createdAt: number;
  finishedAt?: number;
  file: { name: string; bytes: number; lastModified: number };
  reading: Reading;
  mapping: Mapping;
  columns: readonly string[];
  model: RunModel;
  /** Rows and blocks stored so far. */
  rows: number;
  blocks: number;
  /** The whole file is stored. */
  read: boolean;
  problems: Problems;
  /** 'open' may be gone on with; 'stopped' was ended by the user with what it had. */
  status: 'open' | 'stopped' | 'finished';
  /** Rows done: scored, or with nothing to score. */
  done: number;
  /** Sums over what was done. */
  work: Work;
  /** Its results came with the file: nothing was scored here. */
  opened?: true;
}

export interface Work {
  /** Tokens scored, special ones included, duplicates and cache hits left out. */
  tokens: number;
  /** Cells of all forward passes: at least `tokens`. */
  paddedTokens: number;
  /** Texts that went through the model. */
  scored: number;
  /** Rows answered by an equal text of the same file. */
  duplicates: number;
  /** Rows answered by the cache of earlier predictions. */
  cached: number;
  /** While scoring, pauses left out. */
  activeMs: number;
  /** Of a run by cascade; absent from others, and before its first text. */
  cascade?: CascadeWork;
}

export const NO_WORK: Work = {
  tokens: 0,
  paddedTokens: 0,
  scored: 0,
  duplicates: 0,
  cached: 0,
  activeMs: 0,
};

export interface Filter {
  /** The label shown: corrected, else the model's. UNLABELLED is a row without one. */
  labels?: readonly string[];
  /** The model's own label, whatever was corrected. */
  predicted?: string;
  given?: string;
  /** Model's label against the given one; rows without either match neither. */
  agreement?: 'agrees' | 'disagrees';
  /** The model's top probability, 0 to 1, both ends included. */
  confidence?: readonly [number, number];
  /** P(positive), from included, to excluded unless 1: a bar of the histogram. Of sentiment runs alone. */
  positive?: readonly [number, number];
  groups?: readonly string[];
  /** [from, to) in ms. */
  dates?: readonly [number, number];
  /** Rows with at least one of them. */
  flags?: readonly Flag[];
  corrected?: boolean;
  /** Every word must occur, case and accents aside; "in quotes" is a phrase. */
  search?: string;
}

/** 'positive' and 'negative' are P(positive) and P(negative): of sentiment runs alone. */
export type SortBy =
  'row' | 'text' | 'label' | 'confidence' | 'positive' | 'negative' | 'date' | 'group' | 'tokens';

export interface Query {
  filter: Filter;
  sort: { by: SortBy; descending: boolean };
}

export const EVERYTHING: Query = { filter: {}, sort: { by: 'row', descending: false } };

/** One row, all that is known of it. */
export interface Row {
  /** From 0, in file order. */
  row: number;
  text: string;
  /** In the order of the run's columns, the text column included. */
  cells: readonly Cell[];
  /** In the order of the run's labels; absent until scored, and from the rows of a Summary. */
  probabilities?: readonly number[];
  /** The model's. */
  label?: string;
  /** The probability of `label`. */
  confidence?: number;
  corrected?: string;
  given?: string;
  group?: string;
  /** ms since 1970 */
  date?: number;
  tokens?: number;
  windows?: number;
  flags: readonly Flag[];
}

/** What is left to score of one block. */
export interface Todo {
  /** Distinct texts, unscored, not in the cache. Their order is the same whenever it is asked for. */
  texts: readonly string[];
  /** Rows of the block that are done, those just taken from the cache included. */
  done: number;
  rows: number;
}

/** Predictions for some of a Todo's texts. */
export interface Kept {
  run: string;
  block: number;
  texts: readonly string[];
  /** Row-major [texts, labels of the run]. */
  probabilities: Float32Array;
  tokens: Uint32Array;
  windows: Uint16Array;
  paddedTokens: number;
  /** Time since the last one. */
  activeMs: number;
  cascade?: CascadeWork;
}

/** The run's own counts after a step. */
export type Step = Pick<Run, 'rows' | 'blocks' | 'read' | 'done' | 'work' | 'status'>;

/** Before the first. */
export const NO_STEP: Step = {
  rows: 0,
  blocks: 0,
  read: false,
  status: 'open',
  done: 0,
  work: NO_WORK,
};

/** Reviews that share a group or a period. */
export interface Slice {
  reviews: number;
  /** By the label shown. */
  counts: Readonly<Record<string, number>>;
  /** Fewer than 30 reviews: shown, but not ranked. */
  small: boolean;
}

export interface Summary {
  rows: number;
  /** Rows with a label of the model's. */
  scored: number;
  corrected: number;
  flags: Readonly<Record<Flag, number>>;
  /** Labels shown: corrected, else the model's. */
  counts: Readonly<Record<string, number>>;
  shares: Readonly<Record<string, Interval>>;
  /** P(positive) in 20 equal bins from 0 to 1; the confidence, where the run's labels are not sentiment. */
  histogram: readonly number[];
  /** The largest first, at most 40; how many more there are. */
  groups: { top: readonly (Slice & { group: string })[]; more: number } | undefined;
  periods:
    | {
        unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
        points: readonly (Slice & { from: number; to: number })[];
        undated: number;
      }
    | undefined;
  /**
   * Rows by P of their label, highest first, and by margin, lowest first; at most 5 each, texts all different. Of sentiment the
   * labels are negative and positive, of others the five most frequent ones.
   */
  telling: Readonly<Record<string, readonly Row[]>>;
  uncertain: readonly Row[];
  metrics: Metrics | undefined;
}

/** How the model's labels compare with the given ones, all rows that have both. Percentages are 0 to 1. */
export interface Metrics {
  reviews: number;
  accuracy: Interval;
  macroF1: number;
  classes: Readonly<
    Record<string, { given: number; precision: number; recall: number; f1: number }>
  >;
  /** [given][predicted], in the order of the run's labels. */
  confusion: readonly (readonly number[])[];
  /** Of sentiment where no neutral label is given: P(positive) against P(negative) alone. */
  binary: { reviews: number; accuracy: Interval; macroF1: number } | undefined;
  /** Ten equal bins of the top probability; those without a review are left out. */
  calibration: readonly {
    from: number;
    to: number;
    confidence: number;
    accuracy: Interval;
    reviews: number;
  }[];
  /** Expected calibration error, 0 to 1. */
  ece: number;
}

export interface Term {
  term: string;
  /** Log-odds z-score; positive: speaks for the label. */
  z: number;
  /** Reviews of the label that use it, and of the other side. */
  positive: number;
  negative: number;
}

/** Terms of one label's reviews against all others; without a label, of positive against negative ones. */

export interface Terms {
  positive: readonly Term[];
  negative: readonly Term[];
  label?: string;
  /** Reviews they were counted in. */
  reviews: number;
}

/** Of two runs whose labels are the same. */
export interface Comparison {
  a: Run;
  b: Run;
  /** Rows that both runs have, matched by row (same texts in the same order), by id, or by text. */
  by: 'row' | 'id' | 'text';
  matched: number;
  onlyA: number;
  onlyB: number;
  /** [label in a][label in b], in the order of a's labels; the models' own labels, rows without one left out. */
  flips: readonly (readonly number[])[];
  shares: { a: Readonly<Record<string, Interval>>; b: Readonly<Record<string, Interval>> };
  /** Right in both, only in a, only in b, in neither, and McNemar's exact p; where labels are given. */
  correct: { both: number; onlyA: number; onlyB: number; neither: number; p: number } | undefined;
  /** The flipped rows that moved most, at most 200. */
  rows: readonly {
    rowA: number;
    rowB: number;
    text: string;
    from: string;
    to: string;
    /** Of sentiment P(positive) in b minus that in a; else the lower of both confidences: how sure the models contradict each other. */
    moved: number;
  }[];
}

export type ExportFormat = 'csv' | 'jsonl' | 'parquet';

export interface ExportOrder {
  run: string;
  format: ExportFormat;
  /** Undefined: all rows. Always in file order. */
  filter: Filter | undefined;
  /** Written to as it is made; without one the answer is the whole file as a Blob. */
  to?: FileSystemFileHandle;
}

/** A run as it is listed, with the bytes its rows take by estimate. */
export type ListedRun = Run & { bytes: number };

export interface Archive {
  list: { input: undefined; output: { runs: readonly ListedRun[]; predictions: number } };
  create: { input: Run; output: Run };
  /** Loads the columns of a run; later calls about it are quick. Rejects with run-missing, as all calls about a run do. */
  open: { input: string; output: Run };
  rename: { input: { run: string; name: string }; output: Run };
  remove: { input: string; output: undefined };
  /** Forgets the cache of predictions; runs keep theirs. */
  forget: { input: undefined; output: undefined };
  /** Takes the rows stored so far as the whole file, when the rest of it can't be had. */
  endReading: { input: string; output: Run };
  /** Ends a run: with what it has ('stopped'), complete ('finished'), or opens it again. */
  settle: { input: { run: string; status: Run['status'] }; output: Run };
  /** Fills in what the cache knows, and says what is left. */
  todo: { input: { run: string; block: number }; output: Todo & { step: Step } };
  /** Resolves once the predictions are stored. Rejects with quota when the disk is full: what is stored stays. */
  keep: { input: Kept; output: Step };
  query: { input: { run: string; query: Query }; output: Uint32Array<ArrayBuffer> };
  rows: { input: { run: string; rows: readonly number[] }; output: readonly Row[] };
  /** null takes a correction back. */
  correct: { input: { run: string; row: number; label: string | null }; output: Row };
  summary: { input: string; output: Summary };
  /** Reads every text: seconds for a large run. Of a run whose labels are not sentiment, the label to set against the others. */
  terms: {
    input: { run: string; label?: string };
    output: Terms;
    progress: { rows: number; total: number };
  };
  /** Rejects with bad-input where the labels differ. */
  compare: {
    input: { a: string; b: string };
    output: Comparison;
    progress: { rows: number; total: number };
  };
  export: {
    input: ExportOrder;
    output: { blob: Blob | undefined; rows: number; bytes: number };
    progress: { rows: number; total: number };
  };
  /** Kept benchmark runs, newest first; the samples come with one of them alone. */
  benchmarks: { input: undefined; output: readonly BenchListed[] };
  /** Rejects with run-missing. */
  benchmark: { input: string; output: BenchResult };
  /** Keeps one, or replaces the one of that id. Rejects with quota when the disk is full. */
  keepBenchmark: { input: BenchResult; output: undefined };
  removeBenchmark: { input: string; output: undefined };
}
