import type { Cell } from '../../core/intake.ts';
import { BLOCK_ROWS } from '../../core/runs.ts';
import type { SourceReader } from '../blocks.ts';
import type { Columns } from '../columns.ts';
import type { ExportColumn } from './schema.ts';

const SEEN = { string: 1, number: 2, boolean: 4 };

/**
 * Finds the type of each of the file's own columns in one pass over its cells, since Parquet must know it before the first row:
 * number or boolean where every cell is one or null, else text. All rows have a say, whatever is filtered, so that two exports of a
 * run can be joined.
 */
export async function findColumnTypes(
  { run }: Columns,
  rows: number,
  read: SourceReader,
  onBlock: (rows: number) => Promise<void>,
): Promise<ExportColumn[]> {
  const seen = new Uint8Array(run.columns.length);
  seen[run.mapping.text] = SEEN.string;
  for (let block = 0; block * BLOCK_ROWS < rows; block++) {
    const { cells, texts } = await read(run.id, block);
    cells.forEach((list, i) => {
      for (const cell of list) seen[i]! |= bitOf(cell);
    });
    await onBlock(texts.length);
  }
  return run.columns.map((name, i) => ({ name, type: typeOf(seen[i]!) }));
}

function bitOf(cell: Cell): number {
  return cell === null ? 0 : SEEN[typeof cell as keyof typeof SEEN]; // a Cell that is not null is one of the three
}

function typeOf(bits: number): 'text' | 'number' | 'boolean' {
  if (bits === SEEN.number) return 'number';
  return bits === SEEN.boolean ? 'boolean' : 'text';
}
