import { BLOCK_ROWS, FLAGS, labelsOf, NO_LABEL, NO_WORK, type Run } from '../core/runs.ts';
import { LABELS } from '../core/sentiment.ts';
import type { CallContext } from '../core/wire.ts';
import { RunsDb } from '../storage/runs-db.ts';

/** For tests: one row as the importer stores it. Flags for empty texts and copies are set here. */
export interface StoredRow {
  text: string;
  group?: string;
  given?: string;
  date?: number;
}

let made = 0;

/** For tests: a database that nobody has used. `indexedDB` must be there: import 'fake-indexeddb/auto'. */
export const freshDb = () => new RunsDb(`test-${made++}`);

export function newRun(id: string, change: Partial<Run> = {}): Run {
  return {
    id,
    name: id,
    createdAt: 0,
    file: { name: 'reviews.csv', bytes: 1, lastModified: 0 },
    reading: { format: 'csv', gzip: false },
    mapping: { text: 0, group: 1, labels: {} },
    columns: ['text', 'group'],
    model: {
      key: 'base q8',
      id: 'base',
      title: 'Base',
      device: 'wasm',
      dtype: 'q8',
      uncertainBelow: 0.5,
    },
    rows: 0,
    blocks: 0,
    read: false,
    problems: { total: 0, skipped: 0, listed: [] },
    status: 'open',
    done: 0,
    work: NO_WORK,
    ...change,
  };
}

/** For tests: stores a run of these rows, as the importer would. */
export async function storeRun(
  db: RunsDb,
  id: string,
  rows: readonly StoredRow[],
  change: Partial<Run> = {},
): Promise<Run> {
  await db.runs.put(newRun(id, change));
  for (let from = 0; from < rows.length; from += BLOCK_ROWS) await storeBlock(db, id, rows, from);
  await db.runs.update(id, { read: true });
  return (await db.runs.get(id))!;
}

/** For tests: the block that begins with row `from`. */
export function storeBlock(db: RunsDb, run: string, all: readonly StoredRow[], from: number) {
  const earlier = new Set(all.slice(0, from).map(({ text }) => text));
  const rows = all.slice(from, from + BLOCK_ROWS);
  const flags = rows.map(({ text }) => {
    if (text.trim() === '') return FLAGS.empty;
    const isCopy = earlier.has(text);
    earlier.add(text);
    return isCopy ? FLAGS.duplicate : 0;
  });
  return db.transaction('rw', db.runs, db.sources, async () => {
    const labels = labelsOf((await db.runs.get(run))!.model);
    const given = rows.map((row) => (row.given ? labels.indexOf(row.given) : NO_LABEL));
    await db.sources.put({
      run,
      block: from / BLOCK_ROWS,
      texts: rows.map(({ text }) => text),
      cells: [[], rows.map(({ group }) => group ?? null)],
      flags: Uint8Array.from(flags),
      given: Uint8Array.from(given),
      dates: Float64Array.from(rows, ({ date }) => date ?? NaN),
    });
    await db.runs.update(run, { rows: from + rows.length, blocks: from / BLOCK_ROWS + 1 });
  });
}

/** For tests: a call that nobody gives up. */
export const context = (): CallContext<unknown> => ({
  report: () => {},
  signal: new AbortController().signal,
});

/**
 * For tests: what a model would say of these texts, always the same of the same text.
 *
 * @param labels how many the model has
 */
export function predict(texts: readonly string[], labels: number = LABELS.length) {
  const probabilities = new Float32Array(texts.length * labels);
  texts.forEach((text, i) => {
    let hash = 7;
    for (const letter of text) hash = (hash * 31 + letter.codePointAt(0)!) % 1009;
    const parts = Array.from({ length: labels }, (_, k) => 1 + (hash % (7 + 4 * k)));
    const sum = parts.reduce((total, part) => total + part, 0);
    probabilities.set(
      parts.map((part) => part / sum),
      i * labels,
    );
  });
  const tokens = Uint32Array.from(texts, (text) => text.length + 2);
  const windows = Uint16Array.from(texts, (text) => (text.length > 6 ? 2 : 1));
  const paddedTokens = tokens.reduce((sum, count) => sum + count, 0) + 3;
  return { probabilities, tokens, windows, paddedTokens, activeMs: 5 };
}
