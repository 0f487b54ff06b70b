import * as v from 'valibot';
import { BenchSettings, PLANS, SCENARIOS } from './settings.ts';

/** What a run leaves behind: kept in the database, exported as JSON, read back from strangers' files. */

export const FORMAT = 'sentiscope-benchmark';
/** Raised when an older page could misread the file. */
export const VERSION = 1;

const ms = v.pipe(v.number(), v.finite(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const orNull = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);

/** One variant under test. */
export const Cell = v.object({
  /** Unique within a run; made by cellId. */
  id: v.string(),
  /** Id of an engine of the same run. */
  engine: v.string(),
  scenario: v.picklist(SCENARIOS),
  workers: v.pipe(count, v.minValue(1)),
  /** Texts in one request to a worker, and (where the engine pads) in one forward pass. */
  batchSize: v.pipe(count, v.minValue(1)),
  plan: v.picklist(PLANS),
  /** Tokens of every text, where texts of fixed lengths were chosen. */
  tokens: v.exactOptional(count),
  /** Server: requests a second on average. */
  rate: v.exactOptional(v.number()),
});
export type Cell = v.InferOutput<typeof Cell>;

/** One request to a worker and its answer. Times in ms, clocks of page and worker as said. */
export const Sample = v.object({
  /** From 0; server: always 0. */
  round: count,
  /** When it was sent, since the timed part began. */
  atMs: ms,
  /** Page's clock, from sending (server: from the scheduled arrival) to the answer. */
  ms,
  /** Before it was sent: since its round began (offline), since it arrived (server); 0 in real time. */
  queueMs: ms,
  /** Worker's clock. */
  tokenizeMs: ms,
  inferenceMs: ms,
  postprocessMs: ms,
  /** Which of its workers, from 0. */
  worker: count,
  /** Indices of the texts of the request. */
  texts: v.array(count),
  /** Real tokens, and cells of its forward passes, padding included. */
  tokens: count,
  paddedTokens: count,
});
export type Sample = v.InferOutput<typeof Sample>;

/** All of one cell's work in one round: what ratios are made from, because every cell has done the same work at nearly the same time. */
export const Round = v.object({ round: count, reviews: count, wallMs: ms });
export type Round = v.InferOutput<typeof Round>;

/** How a (batch size, length) bucket became steady. */
export const WarmUp = v.object({
  batchSize: count,
  /** Longest text of the bucket. */
  tokens: count,
  /** Median of three forward passes, in order. */
  mediansMs: v.array(ms),
  /** Two in a row agreed within 5 % before the tenth. */
  settled: v.boolean(),
});
export type WarmUp = v.InferOutput<typeof WarmUp>;

/** Every timed answer held against the same text's untimed one, scored alone. */
export const Check = v.object({
  /** Answers checked, and different texts among them. */
  answers: count,
  texts: count,
  /** Largest difference of a probability, and answers beyond the tolerance. */
  largest: v.number(),
  beyond: count,
  /** Different texts whose label came out otherwise at least once. */
  flips: count,
  /** Of those texts that have a given label: right by their last timed answer, right when scored alone. */
  labelled: count,
  correct: count,
  correctAlone: count,
});
export type Check = v.InferOutput<typeof Check>;

export const CellResult = v.object({
  cell: Cell,
  rounds: v.array(Round),
  /** All of them: nothing is deleted. */
  samples: v.array(Sample),
  check: Check,
});
export type CellResult = v.InferOutput<typeof CellResult>;

/** A model on a device, or a baseline. */
export const EngineResult = v.object({
  id: v.string(),
  model: v.string(),
  title: v.string(),
  kind: v.picklist(['transformer', 'lexicon', 'linear']),
  /** Baselines run as plain JavaScript in a worker. */
  device: v.picklist(['kernel', 'wasm', 'webgpu', 'javascript']),
  dtype: orNull(v.string()),
  /** Names the weights by their content; of a baseline its version. */
  key: v.string(),
  /** Linear: labelled reviews each classifier was trained on; it never judges one of them. */
  trainedOn: orNull(count),
  /** Bytes of files, how long they took, and whether any came over the network. */
  files: orNull(v.object({ bytes: count, ms, network: v.boolean() })),
  /** Making the session (or training), one entry for each worker. */
  loadMs: v.array(ms),
  /** The first text after that. */
  firstMs: ms,
  warmUp: v.array(WarmUp),
  /** Largest accepted difference of a probability, 0 to 1. */
  tolerance: v.number(),
  /** Whether texts are filled up to the longest in a forward pass. */
  pads: v.boolean(),
  /** Of each text: tokens, special ones included, and index into LABELS when scored alone. */
  tokens: v.array(count),
  alone: v.array(v.picklist([0, 1, 2])),
});
export type EngineResult = v.InferOutput<typeof EngineResult>;

export const WARNINGS = [
  'software-adapter',
  'on-battery',
  'busy-before', // the calibration loop's own runs disagreed
  'slower-after', // the calibration loop took longer after than before
  'scoring-run', // a file was being scored
  'throttled', // timers came late
  'hidden', // the tab was hidden meanwhile; the rounds it touched were repeated
  'tick-coarse', // the timer's tick is 1 ms or more
  'workers-capped', // more workers were asked for than there are cores
  'cancelled',
] as const;
export type Warning = (typeof WARNINGS)[number];

export const BenchResult = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  id: v.string(),
  /** What its owner calls the machine or the run. */
  name: v.string(),
  /** ms since 1970 */
  startedAt: v.number(),
  tookMs: ms,
  settings: BenchSettings,
  /** False when it was cancelled: what had been completed by then is here. */
  complete: v.boolean(),
  versions: v.object({ app: v.string(), library: v.string(), runtime: v.string() }),
  machine: v.object({
    userAgent: v.string(),
    cores: count,
    memoryGb: orNull(v.number()),
    isolated: v.boolean(),
    adapter: orNull(v.object({ name: v.string(), software: v.boolean() })),
    charging: orNull(v.boolean()),
    /** Smallest step of the clock, on the page and in a worker. */
    tickMs: ms,
    workerTickMs: ms,
  }),
  /** A fixed loop of integer arithmetic, ms of each run, before and after. */
  calibration: v.object({ beforeMs: v.array(ms), afterMs: v.array(ms) }),
  warnings: v.array(v.picklist(WARNINGS)),
  /** Rounds thrown away because the tab was hidden. */
  discarded: count,
  /** What was guessed before the run: real time's ms a review over batch's. */
  guess: orNull(v.number()),
  texts: v.object({
    count,
    /** Index into LABELS, or null where no label is given. */
    given: v.array(orNull(v.picklist([0, 1, 2]))),
    /** Texts of one round. */
    perRound: count,
  }),
  engines: v.array(EngineResult),
  cells: v.array(CellResult),
  /** From an answer on the page to the frame that shows it. */
  paintMs: v.array(ms),
});
export type BenchResult = v.InferOutput<typeof BenchResult>;

/** A kept run as it is listed. */
export interface BenchListed {
  id: string;
  name: string;
  startedAt: number;
  /** Titles of the models measured. */
  models: readonly string[];
  complete: boolean;
}
