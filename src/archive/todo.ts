import { AppError } from '../core/failure.ts';
import { FLAGS, labelsOf, type Archive, type Run } from '../core/runs.ts';
import type { SourceBlock } from '../storage/runs-db.ts';
import { countDone, waitingRows, type Prediction } from './block-scores.ts';
import { lookUp } from './predictions.ts';
import { record, type Filled, type Stock } from './record.ts';
import { readRun, stepOf } from './run-record.ts';

/** What is left to score of a block, once the rows that the cache knows are filled in and stored. */
export async function todo(
  stock: Stock,
  { run: id, block }: Archive['todo']['input'],
): Promise<Archive['todo']['output']> {
  const { run, source } = await blockOf(stock, id, block);
  const texts = [...waitingRows(source, await stock.db.scores.get([id, block])).keys()];
  const known = await lookUp(stock.db, run.model.key, texts);
  const found = new Map<string, Prediction>();
  const labels = labelsOf(run.model).length;
  known.forEach((prediction, i) => {
    if (prediction?.probabilities.length === labels) found.set(texts[i]!, prediction);
  });

  const { run: after, scores } = await record(stock, {
    run,
    source,
    found,
    workOf: (filled) => countAnswered(source, filled),
  });
  return {
    texts: [...waitingRows(source, scores).keys()],
    done: countDone(source, scores),
    rows: source.texts.length,
    step: stepOf(after),
  };
}

/** The cache answers for an earlier row of the same file too; that row's copy is then a duplicate, not a find. */
function countAnswered({ flags }: SourceBlock, filled: readonly Filled[]) {
  const rows = filled.flatMap(([, rows]) => rows);
  const duplicates = rows.filter((i) => flags[i]! & FLAGS.duplicate).length;
  return { duplicates, cached: rows.length - duplicates };
}

/** Rejects with run-missing, or bad-input where the run has no such block. */
export async function blockOf(
  { db, blocks }: Stock,
  id: string,
  block: number,
): Promise<{ run: Run; source: SourceBlock }> {
  const run = await readRun(db, id);
  if (!Number.isInteger(block) || block < 0 || block >= run.blocks)
    throw new AppError({ code: 'bad-input', detail: `block ${block} of ${run.blocks}` });
  return { run, source: await blocks.read(id, block) };
}
