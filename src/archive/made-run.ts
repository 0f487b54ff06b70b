import type { Cell, Mapping } from '../core/intake.ts';
import { BLOCK_ROWS, NO_WORK, type Row, type Run } from '../core/runs.ts';
import type { ScoreBlock, SourceBlock } from '../storage/runs-db.ts';
import type { ScoreReader, SourceReader } from './blocks.ts';
import { emptyColumns, labelIndex, type Columns } from './columns.ts';
import { hold, topOf } from './held.ts';

/** For tests: one row of a run that was never in a database. */
export interface MadeRow {
  text: string;
  /** In the order of the columns after the text. */
  cells?: readonly Cell[];
  /** In the order of the run's labels. */
  probabilities?: readonly number[];
  corrected?: string;
  given?: string;
  group?: string;
  date?: number;
  flags?: number;
}

export interface MadeRun {
  columns: Columns;
  read: SourceReader;
  scores: ScoreReader;
  rowsOf: (rows: readonly number[]) => Promise<Row[]>;
}

/**
 * For tests: a run as the functions of the archive see it. Column 0 is the text, `others` follow it.
 *
 * @param labels of a model of the user's own
 */
export function makeRun(
  rows: readonly MadeRow[],
  others: readonly string[] = [],
  mapping: Partial<Mapping> = {},
  name = 'run',
  labels?: readonly string[],
): MadeRun {
  const run: Run = {
    id: name,
    name,
    createdAt: 0,
    file: { name: 'reviews.csv', bytes: 1, lastModified: 0 },
    reading: { format: 'csv', gzip: false },
    mapping: { text: 0, labels: {}, ...mapping },
    columns: ['text', ...others],
    model: {
      key: 'base q8',
      id: 'base',
      title: 'Base',
      device: 'wasm',
      dtype: 'q8',
      uncertainBelow: 0,
      ...(labels && { labels }),
    },
    rows: rows.length,
    blocks: Math.ceil(rows.length / BLOCK_ROWS),
    read: true,
    problems: { total: 0, skipped: 0, listed: [] },
    status: 'finished',
    done: rows.length,
    work: NO_WORK,
  };
  const columns = emptyColumns(run);
  columns.rows = rows.length;
  rows.forEach((row, i) => put(columns, i, row));

  const cellsOf = ({ cells }: MadeRow, i: number): Cell => cells?.[i] ?? null;
  const read: SourceReader = async (_, block) => {
    const part = rows.slice(block * BLOCK_ROWS, (block + 1) * BLOCK_ROWS);
    return {
      run: run.id,
      block,
      texts: part.map(({ text }) => text),
      cells: [[], ...others.map((_, i) => part.map((row) => cellsOf(row, i)))],
    } as Partial<SourceBlock> as SourceBlock; // what the readers of blocks use
  };
  const scores: ScoreReader = async (_, block) => {
    const part = rows.slice(block * BLOCK_ROWS, (block + 1) * BLOCK_ROWS);
    const unscored = columns.labels.map(() => NaN);
    return {
      run: run.id,
      block,
      probabilities: Float32Array.from(part.flatMap((row) => row.probabilities ?? unscored)),
      tokens: new Uint32Array(part.length),
      windows: new Uint16Array(part.length),
    } satisfies ScoreBlock;
  };
  const rowsOf = async (wanted: readonly number[]) =>
    wanted.map((row): Row => ({ row, text: rows[row]!.text, cells: [], flags: [] }));
  return { columns, read, scores, rowsOf };
}

function put(columns: Columns, i: number, row: MadeRow) {
  if (row.probabilities) {
    const probabilities = Float32Array.from(row.probabilities);
    const label = topOf(probabilities);
    hold(columns.held, i, probabilities, label);
    columns.label[i] = label;
    columns.tokens[i] = row.text.length + 2;
    columns.windows[i] = 1;
  }
  if (row.corrected) columns.corrected[i] = labelIndex(columns, row.corrected);
  if (row.given) columns.given[i] = labelIndex(columns, row.given);
  if (row.group !== undefined) {
    if (!columns.groups.includes(row.group)) columns.groups.push(row.group);
    columns.group[i] = columns.groups.indexOf(row.group);
  }
  columns.date[i] = row.date ?? NaN;
  columns.flags[i] = row.flags ?? 0;
}
