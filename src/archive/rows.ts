import { BLOCK_ROWS, FLAGS, NO_LABEL, type Flag, type Row } from '../core/runs.ts';
import { LABELS } from '../core/sentiment.ts';
import type { SourceBlock } from '../storage/runs-db.ts';
import type { SourceReader } from './blocks.ts';
import { NO_GROUP, type Columns } from './columns.ts';

/** Reads rows in the order asked for; ids that the run does not have are left out. */
export async function readRows(
  columns: Columns,
  read: SourceReader,
  ids: readonly number[],
): Promise<Row[]> {
  const wanted = ids.filter((id) => Number.isInteger(id) && id >= 0 && id < columns.rows);
  const blocks = new Map<number, SourceBlock>();
  for (const block of new Set(wanted.map((id) => Math.floor(id / BLOCK_ROWS)))) {
    blocks.set(block, await read(columns.run.id, block));
  }
  return wanted.map((id) => rowOf(columns, blocks.get(Math.floor(id / BLOCK_ROWS))!, id));
}

function rowOf(columns: Columns, { texts, cells }: SourceBlock, row: number): Row {
  const { run, flags, probabilities, label, corrected, given, group, date } = columns;
  const i = row % BLOCK_ROWS;
  const text = texts[i]!;
  const isScored = label[row] !== NO_LABEL;
  const [negative, neutral, positive] = probabilities.subarray(row * 3, row * 3 + 3);
  return {
    row,
    text,
    cells: run.columns.map((_, at) => (at === run.mapping.text ? text : (cells[at]?.[i] ?? null))),
    ...(isScored && {
      probabilities: [negative!, neutral!, positive!],
      label: LABELS[label[row]!]!,
      tokens: columns.tokens[row]!,
      windows: columns.windows[row]!,
    }),
    ...(corrected[row] !== NO_LABEL && { corrected: LABELS[corrected[row]!]! }),
    ...(given[row] !== NO_LABEL && { given: LABELS[given[row]!]! }),
    ...(group[row] !== NO_GROUP && { group: columns.groups[group[row]!]! }),
    ...(!Number.isNaN(date[row]) && { date: date[row]! }),
    flags: (Object.keys(FLAGS) as Flag[]).filter((flag) => flags[row]! & FLAGS[flag]), // the keys of FLAGS are Flags
  };
}
