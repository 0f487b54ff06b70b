import type { RunsDb } from '../storage/runs-db.ts';
import { emptyColumns, refreshColumns, type Columns } from './columns.ts';
import { missing } from './faults.ts';

/** One to look at and one to compare it with. */
const HELD = 2;

/** The runs in memory. */
export interface Shelf {
  /** The columns of a run with all that is stored of it by now. Rejects with run-missing. */
  take: (run: string) => Promise<Columns>;
  /** The columns if they are in memory, complete or not: what is committed to storage is told to them. */
  held: (run: string) => Columns | undefined;
  drop: (run: string) => void;
}

export function createShelf(db: RunsDb): Shelf {
  const held = new Map<string, { columns: Columns; fresh: Promise<void> }>(); // in the order of use

  return {
    async take(id) {
      const run = await db.runs.get(id);
      if (!run) {
        held.delete(id);
        throw missing(id);
      }
      const place = held.get(id) ?? { columns: emptyColumns(run), fresh: Promise.resolve() };
      held.delete(id);
      held.set(id, place);
      if (held.size > HELD) held.delete(held.keys().next().value!);
      // One after the other: two calls must not put in the same blocks.
      place.fresh = place.fresh.then(() => refreshColumns(db, place.columns, run));
      try {
        await place.fresh;
      } catch (error) {
        if (held.get(id) === place) held.delete(id);
        throw error;
      }
      return place.columns;
    },

    held: (run) => held.get(run)?.columns,
    drop: (run) => held.delete(run),
  };
}
