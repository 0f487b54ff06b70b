import { hashText } from '../core/analysis/hash.ts';
import { BLOCK_ROWS } from '../core/runs.ts';
import type { SourceReader } from './blocks.ts';
import type { Columns } from './columns.ts';

/** What the rows of a run are recognised by in another one: 16 bytes a row. */
export interface Keys {
  texts: Float64Array;
  /** Undefined where there is no id column or a row lacks an id. */
  ids: Float64Array | undefined;
}

/** @param onBlock called with the rows read so far; what it returns is awaited */
export async function readKeys(
  columns: Columns,
  read: SourceReader,
  onBlock: (rows: number) => Promise<void>,
): Promise<Keys> {
  const { rows, run } = columns;
  const texts = new Float64Array(rows);
  let ids = run.mapping.id === undefined ? undefined : new Float64Array(rows);
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const source = await read(run.id, from / BLOCK_ROWS);
    const here = Math.min(source.texts.length, rows - from);
    for (let i = 0; i < here; i++) texts[from + i] = hashText(source.texts[i]!);
    for (let i = 0; ids && i < here; i++) {
      // The text column's own list of cells is empty: an id that is the text itself identifies nothing.
      const id = source.cells[run.mapping.id!]![i] ?? '';
      if (id === '') ids = undefined;
      else ids[from + i] = hashText(String(id));
    }
    await onBlock(from + here);
  }
  return { texts, ids };
}
