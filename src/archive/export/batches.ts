import type { Cell } from '../../core/intake.ts';
import { BLOCK_ROWS } from '../../core/runs.ts';
import type { Blocks } from '../blocks.ts';
import type { Columns } from '../columns.ts';
import { holdsAll } from '../held.ts';
import type { Batch } from './encoder.ts';
import { ownColumns } from './schema.ts';

/**
 * Reads the rows of an export block by block: the file's own columns, then ours.
 *
 * @param rows ascending; or how many, from the first
 */
export async function* readBatches(
  columns: Columns,
  { scan, scores }: Pick<Blocks, 'scan' | 'scores'>,
  rows: Uint32Array | number,
): AsyncGenerator<{ rows: number; batch: Batch }> {
  const { run } = columns;
  const own = ownColumns(run);
  const total = typeof rows === 'number' ? rows : rows.length;
  const rowAt = (place: number) => (typeof rows === 'number' ? place : rows[place]!);
  for (let at = 0; at < total;) {
    const block = Math.floor(rowAt(at) / BLOCK_ROWS);
    const here: number[] = [];
    for (; at < total; at++) {
      if (rowAt(at) >= (block + 1) * BLOCK_ROWS) break;
      here.push(rowAt(at));
    }
    const { texts, cells } = await scan(run.id, block);
    const scored = holdsAll(columns) ? undefined : await scores(run.id, block);
    const pick = (list: readonly Cell[]) => here.map((row) => list[row % BLOCK_ROWS] ?? null);
    const batch = [
      ...run.columns.map((_, i) => pick(i === run.mapping.text ? texts : cells[i]!)),
      ...own.map(({ value }) => here.map((row) => value(columns, row, scored))),
    ];
    yield { rows: here.length, batch };
  }
}
