import { Dexie, type Table } from 'dexie';
import type { BenchResult } from '../core/bench/result.ts';
import type { Cell } from '../core/intake.ts';
import type { Run } from '../core/runs.ts';

/** The rows of one block as they were read. */
export interface SourceBlock {
  run: string;
  /** Rows block * BLOCK_ROWS and on. */
  block: number;
  texts: readonly string[];
  /** Column-major, in the order of the run's columns; the text column's own list is empty. */
  cells: readonly (readonly Cell[])[];
  /** Bits of FLAGS: empty, duplicate, foreign. */
  flags: Uint8Array;
  /** Index into the run's labels, or NO_LABEL. */
  given: Uint8Array;
  /** ms since 1970, NaN where there is none. */
  dates: Float64Array;
}

/** What the model said of the rows of one block. */
export interface ScoreBlock {
  run: string;
  block: number;
  /** Row-major [rows, labels of the run]; NaN where not scored. */
  probabilities: Float32Array;
  /** 0 where not scored. */
  tokens: Uint32Array;
  windows: Uint16Array;
}

export interface Correction {
  run: string;
  row: number;
  label: string;
}

/** A prediction for later files. */
export interface KeptPrediction {
  /** The first 16 bytes of SHA-256 over model key, NUL and text. */
  key: Uint8Array;
  /** [labels of the model] */
  probabilities: Float32Array;
  tokens: number;
  windows: number;
}

/** The page's database: docs/storage.md describes it for others. Opened in workers only. */
export class RunsDb extends Dexie {
  runs!: Table<Run, string>;
  sources!: Table<SourceBlock, [string, number]>;
  scores!: Table<ScoreBlock, [string, number]>;
  corrections!: Table<Correction, [string, number]>;
  predictions!: Table<KeptPrediction, Uint8Array>;
  benchmarks!: Table<BenchResult, string>;

  constructor(name = 'sentiscope') {
    super(name);
    this.version(1).stores({
      runs: 'id',
      sources: '[run+block]',
      scores: '[run+block]',
      corrections: '[run+row]',
      predictions: 'key',
    });
    this.version(2).stores({ benchmarks: 'id' });
  }
}
