import type { Archive } from '../core/runs.ts';
import type { Answers, CallContext } from '../core/wire.ts';
import { benchmarks } from './benchmarks.ts';
import type { RunsDb } from '../storage/runs-db.ts';
import { createBlocks } from './blocks.ts';
import { compareRuns } from './compare.ts';
import { correct } from './correct.ts';
import { exportRun } from './export/export-run.ts';
import { toFault } from './faults.ts';
import { keep } from './keep.ts';
import { createRun, listRuns, removeRun, type RowBytes } from './manage.ts';
import { queryRows } from './query.ts';
import type { Stock } from './record.ts';
import { readRows } from './rows.ts';
import { changeRun, endReading, settle } from './run-record.ts';
import { createShelf } from './shelf.ts';
import { summarise } from './summary.ts';
import { findTerms } from './terms.ts';
import { todo } from './todo.ts';

/** The archive over one database: the only reader of stored runs. */
export function createArchive(db: RunsDb): Answers<Archive> {
  const shelf = createShelf(db);
  const blocks = createBlocks(db);
  const stock: Stock = { db, shelf, blocks };
  const rowBytes: RowBytes = new Map();

  return inOurWords({
    ...benchmarks(db),
    list: () => listRuns(stock, rowBytes),
    create: (run) => createRun(stock, run),
    open: async (run) => (await shelf.take(run)).run,
    rename: ({ run, name }) => changeRun(db, run, () => ({ name })),
    remove: (run) => removeRun(stock, run).then(() => undefined),
    forget: () => db.predictions.clear().then(() => undefined),
    endReading: (run) => endReading(db, run),
    settle: ({ run, status }) => settle(db, run, status),
    todo: (order) => todo(stock, order),
    keep: (kept) => keep(stock, kept),
    correct: (order) => correct(stock, order),

    async query({ run, query }, { signal }) {
      return queryRows(await shelf.take(run), blocks.scan, query, signal);
    },
    async rows({ run, rows }) {
      return readRows(await shelf.take(run), blocks, rows);
    },
    async summary(run, { signal }) {
      const columns = await shelf.take(run);
      const { read } = blocks; // examples are shown with their confidence alone
      return summarise(columns, (rows) => readRows(columns, { read }, rows), signal);
    },
    async terms({ run, label }, context) {
      return findTerms(await shelf.take(run), blocks.scan, context, label);
    },
    async compare({ a, b }, context) {
      return compareRuns(await shelf.take(a), await shelf.take(b), blocks.scan, context);
    },
    async export(order, context) {
      const columns = await shelf.take(order.run);
      const found: Parameters<typeof exportRun>[3] = (query) =>
        queryRows(columns, blocks.scan, query, context.signal);
      return exportRun(columns, blocks, order, found, context);
    },
  });
}

/** What the storage refuses is told apart in one place. */
function inOurWords(answers: Answers<Archive>): Answers<Archive> {
  type Answer = (input: unknown, context: CallContext<unknown>) => Promise<unknown>;
  const inWords =
    (answer: Answer): Answer =>
    async (input, context) => {
      try {
        return await answer(input, context);
      } catch (error) {
        throw toFault(error);
      }
    };
  const entries = Object.entries(answers).map(([call, answer]) => [
    call,
    inWords(answer as Answer),
  ]);
  return Object.fromEntries(entries) as Answers<Archive>; // the same calls, each with the input and output it had
}
