import type { RunsDb, ScoreBlock, SourceBlock } from '../storage/runs-db.ts';
import { missing } from './faults.ts';

/** Reads one block of a run's rows as they were in the file. Rejects with run-missing where it is gone. */
export type SourceReader = (run: string, block: number) => Promise<SourceBlock>;

/** Reads what a block's rows were scored with; undefined where none is yet. For what columns do not hold. */
export type ScoreReader = (run: string, block: number) => Promise<ScoreBlock | undefined>;

export interface Blocks {
  /** Keeps the blocks used last: a table that is sorted shows twenty rows of perhaps twenty blocks. */
  read: SourceReader;
  /** For passes over all blocks, which would push out what the table needs. */
  scan: SourceReader;
  scores: ScoreReader;
  /** Lets go of the blocks of a run that was deleted. */
  drop: (run: string) => void;
}

/** About 25 MB of reviews. */
const HELD = 24;

/** Blocks are never changed once stored, so a copy can't be out of date. */
export function createBlocks(db: RunsDb): Blocks {
  const held = new Map<string, SourceBlock>(); // in the order of use

  async function scan(run: string, block: number): Promise<SourceBlock> {
    const source = held.get(`${run}/${block}`) ?? (await db.sources.get([run, block]));
    if (!source) throw missing(run);
    return source;
  }

  return {
    scan,
    scores: (run, block) => db.scores.get([run, block]),

    async read(run, block) {
      const source = await scan(run, block);
      const key = `${run}/${block}`;
      held.delete(key);
      held.set(key, source);
      if (held.size > HELD) held.delete(held.keys().next().value!);
      return source;
    },

    drop(run) {
      for (const [key, source] of held) if (source.run === run) held.delete(key);
    },
  };
}
