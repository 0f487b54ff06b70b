import { toFailure } from '../core/failure.ts';
import { latest } from '../core/latest.ts';
import type { Query, Row } from '../core/runs.ts';
import type { Scope } from './results-scope.ts';

/** Positions read from the archive together. */
const PAGE_ROWS = 50;
/** Most rows held for the table. */
const HELD_ROWS = 2000;

export interface Finder {
  /** Replaces the query; the newest wins. */
  ask: (query: Query) => void;
  /** The same query again, over what has been scored meanwhile. */
  repeat: () => void;
  /** Positions [from, to) in `ids` are on show. */
  show: (from: number, to: number) => void;
  /** Another run is open. */
  forget: () => void;
  /** What the last query took. */
  lastMs: () => number;
}

/** Which rows match, and the ones on show of them. */
export function createFinder({ archive, results, set, signal }: Scope): Finder {
  let asking = new AbortController();
  let shown = { from: 0, to: 0 };
  /** Rises when scoring has gone on, so that rows without a label are read again. */
  let round = 0;
  let readIn = new Map<number, number>();
  let lastMs = 0;

  const search = latest(async ({ query, signal }: { query: Query; signal: AbortSignal }) => {
    const { run } = results();
    if (run === undefined || signal.aborted) return;
    const start = performance.now();
    try {
      const found = await archive.query({ run, query }, { signal });
      if (signal.aborted) return;
      lastMs = performance.now() - start;
      const { ids, failures } = results();
      set({
        ids: ids && areEqual(ids, found) ? ids : found,
        busy: false,
        failures: { ...failures, query: undefined },
      });
      read(signal);
    } catch (error) {
      if (signal.aborted) return;
      const failure = toFailure(error, 'worker-crashed');
      set({ busy: false, failures: { ...results().failures, query: failure } });
    }
  });

  const read = latest(async (signal: AbortSignal) => {
    const { run, ids } = results();
    if (run === undefined || !ids || signal.aborted) return;
    const missing = pageAround(ids, shown).filter(isWanted);
    if (missing.length === 0) return;
    const now = round;
    try {
      const read = await archive.rows({ run, rows: missing }, { signal });
      if (signal.aborted) return;
      missing.forEach((row) => readIn.set(row, now));
      const { rows, failures } = results();
      set({ rows: hold(rows, read), failures: { ...failures, rows: undefined } });
    } catch (error) {
      if (signal.aborted) return;
      const failure = toFailure(error, 'worker-crashed');
      set({ failures: { ...results().failures, rows: failure } });
    }
  });

  function isWanted(row: number): boolean {
    const held = results().rows.get(row);
    if (!held) return true;
    const settled = held.label !== undefined || held.flags.includes('empty');
    return !settled && readIn.get(row) !== round;
  }

  const both = () => AbortSignal.any([signal(), asking.signal]);

  return {
    ask: (query) => {
      asking.abort();
      asking = new AbortController();
      set({ query, busy: true });
      search({ query, signal: both() });
    },
    repeat: () => {
      round++;
      search({ query: results().query, signal: both() });
    },
    show: (from, to) => {
      shown = { from, to };
      read(signal());
    },
    forget: () => {
      readIn = new Map();
      shown = { from: 0, to: 0 };
    },
    lastMs: () => lastMs,
  };
}

/** The ids at [from, to), widened to whole pages. */
function pageAround(ids: Uint32Array, { from, to }: { from: number; to: number }): number[] {
  const start = Math.floor(from / PAGE_ROWS) * PAGE_ROWS;
  return Array.from(ids.subarray(start, Math.ceil(Math.max(to, 1) / PAGE_ROWS) * PAGE_ROWS));
}

/** Rows that have just been read come last; the oldest are let go. */
function hold(held: ReadonlyMap<number, Row>, read: readonly Row[]): ReadonlyMap<number, Row> {
  const rows = new Map(held);
  for (const row of read) {
    rows.delete(row.row);
    rows.set(row.row, row);
  }
  for (const row of rows.keys()) {
    if (rows.size <= HELD_ROWS) break;
    rows.delete(row);
  }
  return rows;
}

const areEqual = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && a.every((row, i) => row === b[i]);
