import type { BenchResult, Cell, CellResult, EngineResult } from './result.ts';

// What the numbers of a run say. Everything shown is computed here from the raw samples, and nothing else is.

/** A 95 % bootstrap interval around an estimate. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** One cell over another. */
export interface Ratio extends Estimate {
  /** Rounds that both have done. */
  rounds: number;
  /** The interval does not hold 1, and there are at least five rounds: fewer agree by chance too often. */
  clear: boolean;
}

/** ms; percentiles as in core/stats. */
export interface Latency {
  n: number;
  median: Estimate;
  p90: number;
  p95: number;
  /** Only from 200 samples on. */
  p99: number | undefined;
  /** Median absolute deviation from the median. */
  mad: number;
  /** Samples further than 3 scaled MADs from the median. */
  outliers: number;
  /** How many raw samples make one here: 1, or more where single ones were under 100 ticks of the clock. */
  groupedBy: number;
}

export interface CellFigures {
  result: CellResult;
  cell: Cell;
  engine: EngineResult;
  /** From sending to the answer, one request: in real time a review's wait, in batch the longest wait within a batch. */
  latency: Latency;
  /** Every sample as drawn, ms, in time order, grouped if need be. */
  drawn: readonly number[];
  /** Batch: the requests' ms over their reviews, in time order. The same as `drawn` in real time. */
  amortised: readonly number[];
  /** Wall time of a round over its reviews, median of the rounds. Undefined for server, and where the clock saw no time pass. */
  perReview: Estimate | undefined;
  /** Reviews a second: 1000 / perReview. */
  throughput: Estimate | undefined;
  /** Last third of the time over the first third, medians of ms a token. */
  drift: { ratio: number; clear: boolean };
  /** Fewer than 30 samples: the time cap came first. */
  capped: boolean;
  /** Padding cells over all cells of the forward passes, 0 to 1. */
  paddingShare: number;
  /** Mean ms of one review's way, amortised over its batch; message: round trip less the worker's own times. */
  parts: Parts;
  /** The same for one review's whole wait: a batch's parts count whole, and queue is the wait for its turn. */
  waitParts: Parts;
  /** 0 to 1 with 95 % Wilson interval, over the labelled texts it answered. Undefined without labels. */
  accuracy: (Estimate & { reviews: number }) | undefined;
}

export const PARTS = ['queue', 'tokenize', 'inference', 'postprocess', 'message', 'paint'] as const;
export type Part = (typeof PARTS)[number];
export type Parts = Readonly<Record<Part, number>>;

/** What the headline says of one engine. */
export interface Headline {
  engine: EngineResult;
  realTime: CellFigures;
  /** As the page itself scores a file: its own batch size, the most workers measured. */
  batch: CellFigures | undefined;
  /** Real time's ms a review over batch's: over 1, batch is faster. */
  ratio: Ratio | undefined;
  /** Every other batch cell against real time, fastest first. */
  others: readonly { figures: CellFigures; ratio: Ratio }[];
  /** Scored alone, untimed: the same as in real time. */
  accuracy: (Estimate & { reviews: number }) | undefined;
  /** Real time's p95 is under it. */
  underBound: boolean;
  /** Real time's median is under 5 ms, as the bonus asks. */
  underBonus: boolean;
  /** Fewest waiting reviews (batch size times workers, at least 2) of a batch cell that is clearly faster; null: none is. */
  breakEven: { waiting: number; figures: CellFigures } | null;
}

export interface ServerFigures {
  engine: EngineResult;
  /** By rate, lowest first. */
  points: readonly { rate: number; figures: CellFigures; holds: boolean }[];
  /** Highest rate that held the bound with every lower one, and the lowest that broke it. */
  holds: number | undefined;
  breaks: number | undefined;
}

/** The bonus of the experiment: a review under 5 ms in real time. */
export const BONUS_MS = 5;
/** The experiment's least accuracy. */
export const LEAST_ACCURACY = 0.85;

export interface Figures {
  cells: readonly CellFigures[];
  headlines: readonly Headline[];
  servers: readonly ServerFigures[];
  /** Calibration loop: median after over median before. Undefined where either is missing. */
  machineChange: number | undefined;
}

/** Seconds of CPU for thousands of samples: call it where nothing waits for a frame, once per result. */
export type ReadFigures = (result: BenchResult) => Figures;
