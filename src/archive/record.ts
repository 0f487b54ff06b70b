import { addCascades } from '../core/cascade.ts';
import { BLOCK_ROWS, labelsOf, type Run, type Work } from '../core/runs.ts';
import type { KeptPrediction, RunsDb, SourceBlock } from '../storage/runs-db.ts';
import { countDone, emptyScores, fill, waitingRows, type Prediction } from './block-scores.ts';
import type { Blocks } from './blocks.ts';
import { putScores } from './columns.ts';
import { changeRun } from './run-record.ts';
import type { Shelf } from './shelf.ts';

/** What the archive works on. */
export interface Stock {
  db: RunsDb;
  blocks: Blocks;
  shelf: Shelf;
}

/** A text that got its prediction, and the rows of the block that hold it. */
export type Filled = readonly [text: string, rows: readonly number[]];

interface Entry {
  run: Run;
  source: SourceBlock;
  found: ReadonlyMap<string, Prediction>;
  /** What it adds to the run's work. Not asked when no row was still waiting, as when an answer got lost and was sent again. */
  workOf: (filled: readonly Filled[]) => Partial<Work>;
  /** For later files. */
  newOf?: (filled: readonly Filled[]) => readonly KeptPrediction[];
}

/**
 * Fills in predictions for all rows of a block that wait for one of these texts: the block's scores, the run's counts and the
 * cache in one transaction, and only then the columns in memory. At its first time a block's empty rows count as done.
 */
export async function record(
  { db, shelf }: Stock,
  { run: before, source, found, workOf, newOf }: Entry,
) {
  const { run: id, block } = source;
  const labels = labelsOf(before.model).length;
  const { run, scores } = await db.transaction(
    'rw',
    db.runs,
    db.scores,
    db.predictions,
    async () => {
      const stored = await db.scores.get([id, block]);
      const scores = stored ?? emptyScores(source, labels);
      const doneBefore = stored ? countDone(source, stored) : 0;
      const filled = [...waitingRows(source, scores)].filter(([text]) => found.has(text));
      for (const [text, rows] of filled) for (const i of rows) fill(scores, i, found.get(text)!);
      if (!stored || filled.length > 0) await db.scores.put(scores);
      if (newOf) await db.predictions.bulkPut(newOf(filled));
      const done = countDone(source, scores) - doneBefore;
      const work = filled.length > 0 ? workOf(filled) : {};
      return { run: await addToRun(db, id, done, work), scores };
    },
  );
  const columns = shelf.held(id);
  if (columns) {
    columns.run = run;
    if (columns.rows > block * BLOCK_ROWS) putScores(columns, scores);
  }
  return { run, scores };
}

function addToRun(db: RunsDb, id: string, done: number, work: Partial<Work>): Promise<Run> {
  return changeRun(db, id, (run) => ({
    done: run.done + done,
    work: {
      ...cascadeOf(run.work, work),
      tokens: run.work.tokens + (work.tokens ?? 0),
      paddedTokens: run.work.paddedTokens + (work.paddedTokens ?? 0),
      scored: run.work.scored + (work.scored ?? 0),
      duplicates: run.work.duplicates + (work.duplicates ?? 0),
      cached: run.work.cached + (work.cached ?? 0),
      activeMs: run.work.activeMs + (work.activeMs ?? 0),
    },
  }));
}

function cascadeOf(before: Partial<Work>, added: Partial<Work>): Pick<Work, 'cascade'> {
  const [a, b] = [before.cascade, added.cascade];
  const cascade = a && b ? addCascades(a, b) : (a ?? b);
  return cascade ? { cascade } : {};
}
