import { AppError } from '../core/failure.ts';
import type { Run, Step } from '../core/runs.ts';
import type { RunsDb } from '../storage/runs-db.ts';
import { missing } from './faults.ts';

/**
 * Changes a run as it is stored at this moment: the importer, and other tabs, change it too. Alone, or inside a transaction
 * over `runs`.
 *
 * @param change a field it sets to undefined is removed
 * @throws AppError run-missing (as a rejection)
 */
export function changeRun(
  db: RunsDb,
  id: string,
  change: (run: Run) => { [K in keyof Run]?: Run[K] | undefined },
): Promise<Run> {
  return db.transaction('rw', db.runs, async () => {
    await db.runs.update(id, change(await readRun(db, id)));
    return readRun(db, id);
  });
}

/** Rejects with run-missing. */
export async function readRun(db: RunsDb, id: string): Promise<Run> {
  const run = await db.runs.get(id);
  if (!run) throw missing(id);
  return run;
}

export function stepOf({ rows, blocks, read, done, work, status }: Run): Step {
  return { rows, blocks, read, done, work, status };
}

/** Takes the rows stored so far as the whole file. */
export function endReading(db: RunsDb, id: string): Promise<Run> {
  return changeRun(db, id, () => ({ read: true }));
}

export function settle(db: RunsDb, id: string, status: Run['status']): Promise<Run> {
  return changeRun(db, id, (run) => {
    if (status !== 'finished') return { status, finishedAt: undefined };
    if (!run.read || run.done < run.rows) {
      const detail = `${run.done} of ${run.rows} rows done, read to the end: ${run.read}`;
      throw new AppError({ code: 'bad-input', detail });
    }
    return { status, finishedAt: run.finishedAt ?? Date.now() };
  });
}
