import { Dexie } from 'dexie';
import { AppError } from '../core/failure.ts';
import { labelsOf, type Archive, type Run } from '../core/runs.ts';
import type { SourceBlock } from '../storage/runs-db.ts';
import type { Stock } from './record.ts';

/** Of a row's scores: a probability for each label, tokens, windows. */
const scoreBytes = ({ model }: Run) => 4 * labelsOf(model).length + 6;

/** Bytes of a row as it was read, by run: from its first block, once. */
export type RowBytes = Map<string, number>;

/** Every run with an estimate of the bytes its rows take. */
export async function listRuns(
  { db }: Stock,
  rowBytes: RowBytes,
): Promise<Archive['list']['output']> {
  const runs: Archive['list']['output']['runs'][number][] = [];
  for (const run of await db.runs.toArray()) {
    if (run.blocks > 0 && !rowBytes.has(run.id)) {
      const source = await db.sources.get([run.id, 0]);
      if (source) rowBytes.set(run.id, bytesOf(source) / source.texts.length);
    }
    const bytes = Math.round(run.rows * ((rowBytes.get(run.id) ?? 0) + scoreBytes(run)));
    runs.push({ ...run, bytes });
  }
  return { runs, predictions: await db.predictions.count() };
}

export async function createRun({ db }: Stock, run: Run): Promise<Run> {
  await db.transaction('rw', db.runs, async () => {
    if (await db.runs.get(run.id))
      throw new AppError({ code: 'bad-input', detail: `run ${run.id} exists` });
    await db.runs.add(run);
  });
  return run;
}

/** Deletes a run and all that belongs to it; the cache of predictions stays. */
export async function removeRun({ db, blocks, shelf }: Stock, id: string): Promise<void> {
  const { runs, sources, scores, corrections } = db;
  const range = [
    [id, Dexie.minKey],
    [id, Dexie.maxKey],
  ] as const;
  await db.transaction('rw', runs, sources, scores, corrections, async () => {
    await runs.delete(id);
    await sources
      .where('[run+block]')
      .between(...range)
      .delete();
    await scores
      .where('[run+block]')
      .between(...range)
      .delete();
    await corrections
      .where('[run+row]')
      .between(...range)
      .delete();
  });
  shelf.drop(id);
  blocks.drop(id);
}

function bytesOf({ texts, cells, flags, given, dates }: SourceBlock): number {
  const ofTexts = texts.reduce((sum, text) => sum + textBytes(text), 0);
  const ofCells = cells.flat().reduce<number>((sum, cell) => {
    if (typeof cell === 'string') return sum + textBytes(cell);
    return sum + (typeof cell === 'number' ? 9 : 1);
  }, 0);
  return ofTexts + ofCells + flags.byteLength + given.byteLength + dates.byteLength;
}

/** Browsers store a letter in one byte where all of a text are Latin-1, else in two; and a few for the length. */
function textBytes(text: string): number {
  return text.length * (/[^\0-\xff]/.test(text) ? 2 : 1) + 3;
}
