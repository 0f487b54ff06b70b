import type { Failure } from '../core/failure.ts';
import { EVERYTHING, type ExportFormat, type Query, type Row } from '../core/runs.ts';
import type { Summary, Terms } from '../core/runs.ts';
import type { ScoredSentence, Why } from './live-state.ts';

/** One row, taken out of the table to be looked at. */
export interface Opened {
  /** In file order, from 0. */
  row: number;
  /** Where it stood in the table when it was opened; undefined where it came from elsewhere. */
  place: number | undefined;
  /** Undefined until it has been read. */
  found: Row | undefined;
  /** Only for a text of several sentences. */
  sentences: readonly ScoredSentence[] | undefined;
  why: Why;
  /** A correction is being stored. */
  correcting: boolean;
  /** It could not be read, or its correction could not be stored. */
  failure: Failure | undefined;
}

/** Terms as last counted, and at which state of the run. */
export interface LastCount {
  terms: Terms;
  done: number;
  corrected: number;
}

export type Counting = { last: LastCount | undefined } & (
  | { phase: 'idle' }
  | { phase: 'counting'; rows: number; total: number }
  | { phase: 'failed'; failure: Failure }
);

export type Exporting =
  | { phase: 'none' }
  | { phase: 'writing'; format: ExportFormat; name: string; rows: number; total: number }
  | { phase: 'written'; name: string; rows: number; bytes: number }
  | { phase: 'failed'; failure: Failure };

/** What the open run came to, as far as it is scored. */
export interface Results {
  /** The run they are of. */
  run: string | undefined;
  query: Query;
  /** Rows that match, in the order asked for; undefined until first known. */
  ids: Uint32Array<ArrayBuffer> | undefined;
  /** The ids of a newer query are under way. */
  busy: boolean;
  /** The rows on show and some around them, by their number. */
  rows: ReadonlyMap<number, Row>;
  summary: Summary | undefined;
  terms: Counting;
  opened: Opened | undefined;
  export: Exporting;
  /** Of the newest attempt at each; undefined where it went well. */
  failures: {
    query?: Failure | undefined;
    summary?: Failure | undefined;
    rows?: Failure | undefined;
  };
}

export const NO_RESULTS: Results = {
  run: undefined,
  query: EVERYTHING,
  ids: undefined,
  busy: false,
  rows: new Map(),
  summary: undefined,
  terms: { phase: 'idle', last: undefined },
  opened: undefined,
  export: { phase: 'none' },
  failures: {},
};
