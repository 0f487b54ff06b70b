import { AppError } from '../core/failure.ts';
import type { Cell, Intake } from '../core/intake.ts';
import { BLOCK_ROWS, labelsOf, NO_LABEL, type Run } from '../core/runs.ts';
import type { CallContext } from '../core/wire.ts';
import type { RunsDb, SourceBlock } from '../storage/runs-db.ts';
import { openSource } from './open.ts';
import { createProblems } from './problems.ts';
import { createDateReader, createRowReader, givenLabel } from './read-rows.ts';
import { createReport } from './report.ts';
import { blockResults, createResultsReader, type BlockResults, type RowResult } from './results.ts';

type Context = CallContext<Intake['store']['progress']>;

/**
 * Stores all rows of a file, block by block, in the order and number that `survey` counts. Blocks that lie there already are
 * passed over, so that a broken-off store goes on where it was.
 */
export async function store(
  db: RunsDb,
  { file, reading, mapping, run, results }: Intake['store']['input'],
  { report, signal }: Context,
): Promise<Intake['store']['output']> {
  const problems = createProblems();
  const source = await openSource(file, reading, problems, signal);
  const read = createRowReader(mapping);
  const brought = results && createResultsReader(results, reading, file.name);
  const { model } = await translate(existing(db, run));
  const labels = labelsOf(model);
  const stored = await translate(storedBlocks(db, run));
  const progress = createReport(file.size, report);
  let readDate: ((cells: readonly Cell[]) => number) | undefined;
  let waiting: { cells: Cell[]; text: string; flags: number; result: RowResult | undefined }[] = [];
  let rows = 0;
  let blocks = 0;

  async function finishBlock() {
    const block = blocks;
    rows += waiting.length;
    blocks += 1;
    const full = waiting;
    waiting = [];
    // Decided by the first block, stored or not, so that a broken-off store goes on with the same order.
    readDate ??= createDateReader(
      full.map(({ cells }) => cells),
      mapping,
    );
    if (stored.has(block)) return;
    const dates = full.map(({ cells }) => readDate!(cells));
    const record: SourceBlock = {
      run,
      block,
      texts: full.map(({ text }) => text),
      cells: full[0]!.cells.map((_, i) =>
        i === mapping.text ? [] : full.map(({ cells }) => cells[i]!),
      ),
      flags: Uint8Array.from(full, ({ flags }) => flags),
      given: Uint8Array.from(full, ({ cells, result }) =>
        result && result.given !== NO_LABEL ? result.given : givenLabel(cells, mapping, labels),
      ),
      dates: Float64Array.from(dates),
    };
    const of = full.flatMap(({ result }) => result ?? []);
    const found = brought && blockResults(record, of, rows - full.length);
    await translate(putBlock(db, record, rows, found));
  }

  for await (const batch of source.rows({ problems, signal, onRead: progress.onRead })) {
    for (const all of batch) {
      const cells = brought ? brought.own(all) : all;
      waiting.push({ cells, ...read(cells), result: brought?.result(all) });
      if (waiting.length === BLOCK_ROWS) {
        await finishBlock();
        signal.throwIfAborted();
        progress.tick(() => ({ rows, blocks }));
      }
    }
    signal.throwIfAborted();
  }
  if (waiting.length > 0) await finishBlock();
  const result = { rows, blocks, problems: problems.result() };
  await translate(finishRun(db, run, result));
  return result;
}

async function storedBlocks(db: RunsDb, run: string): Promise<Set<number>> {
  const keys = await db.sources
    .where('[run+block]')
    .between([run, 0], [run, Infinity])
    .primaryKeys();
  return new Set(keys.map(([, block]) => block));
}

/** One block with the run's counts: both are there, or neither. */
function putBlock(
  db: RunsDb,
  block: SourceBlock,
  rows: number,
  results: BlockResults | undefined,
): Promise<void> {
  const { runs, sources, scores, corrections } = db;
  return db.transaction('rw', runs, sources, scores, corrections, async () => {
    const { done } = await existing(db, block.run);
    await sources.put(block);
    if (results) {
      await scores.put(results.scores);
      await corrections.bulkPut(results.corrections);
    }
    await runs.update(block.run, {
      rows,
      blocks: block.block + 1,
      ...(results && { done: done + results.done }),
    });
  });
}

function finishRun(
  db: RunsDb,
  run: string,
  { rows, blocks, problems }: Intake['store']['output'],
): Promise<void> {
  return db.transaction('rw', db.runs, async () => {
    await existing(db, run);
    await db.runs.update(run, { rows, blocks, problems, read: true });
  });
}

async function existing(db: RunsDb, run: string): Promise<Run> {
  const found = await db.runs.get(run);
  if (!found)
    throw new AppError({ code: 'run-missing', detail: 'no such run while storing', subject: run });
  return found;
}

/** Refusals of the database in our words. */
async function translate<T>(work: PromiseLike<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError) throw error;
    const names = causes(error);
    const detail = names.join(' < ');
    if (names.some((name) => name.startsWith('QuotaExceededError')))
      throw new AppError({ code: 'quota', detail });
    throw new AppError({ code: 'storage-forbidden', detail });
  }
}

/** An error and those it wraps, outermost first: Dexie puts the database's own into `inner`. */
function causes(error: unknown): string[] {
  const found: string[] = [];
  for (let at = error; at instanceof Error || at instanceof DOMException;) {
    found.push(`${at.name}: ${at.message}`);
    if (found.length > 4) break;
    at = (at as { inner?: unknown }).inner;
  }
  return found.length > 0 ? found : [String(error)];
}
