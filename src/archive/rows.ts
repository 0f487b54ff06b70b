import { BLOCK_ROWS, FLAGS, NO_LABEL, type Flag, type Row } from '../core/runs.ts';
import type { ScoreBlock, SourceBlock } from '../storage/runs-db.ts';
import { probabilitiesOf } from './block-scores.ts';
import type { Blocks } from './blocks.ts';
import { NO_GROUP, type Columns } from './columns.ts';
import { confidenceOf, heldOf, holdsAll } from './held.ts';

/**
 * Reads rows in the order asked for; ids that the run does not have are left out.
 *
 * @param scores for probabilities that are not held; left out where nobody looks at them
 */
export async function readRows(
  columns: Columns,
  { read, scores }: Pick<Blocks, 'read'> & Partial<Pick<Blocks, 'scores'>>,
  ids: readonly number[],
): Promise<Row[]> {
  const wanted = ids.filter((id) => Number.isInteger(id) && id >= 0 && id < columns.rows);
  const found = new Map<number, Row>();
  for (const block of new Set(wanted.map((id) => Math.floor(id / BLOCK_ROWS)))) {
    const source = await read(columns.run.id, block);
    const scored = holdsAll(columns) ? undefined : await scores?.(columns.run.id, block);
    // At once: columns of a block must not be newer than what was read of it.
    for (const id of wanted)
      if (Math.floor(id / BLOCK_ROWS) === block) found.set(id, rowOf(columns, source, scored, id));
  }
  return wanted.map((id) => found.get(id)!);
}

function rowOf(
  columns: Columns,
  { texts, cells }: SourceBlock,
  scored: ScoreBlock | undefined,
  row: number,
): Row {
  const { run, labels, flags, label, corrected, given, group, date } = columns;
  const i = row % BLOCK_ROWS;
  const text = texts[i]!;
  const probabilities = heldOf(columns, row) ?? (scored && probabilitiesOf(scored, i));
  const isScored = label[row] !== NO_LABEL;
  return {
    row,
    text,
    cells: run.columns.map((_, at) => (at === run.mapping.text ? text : (cells[at]?.[i] ?? null))),
    ...(isScored && {
      ...(probabilities && { probabilities: [...probabilities] }),
      label: labels[label[row]!]!,
      confidence: confidenceOf(columns, row),
      tokens: columns.tokens[row]!,
      windows: columns.windows[row]!,
    }),
    ...(corrected[row] !== NO_LABEL && { corrected: labels[corrected[row]!]! }),
    ...(given[row] !== NO_LABEL && { given: labels[given[row]!]! }),
    ...(group[row] !== NO_GROUP && { group: columns.groups[group[row]!]! }),
    ...(!Number.isNaN(date[row]) && { date: date[row]! }),
    flags: (Object.keys(FLAGS) as Flag[]).filter((flag) => flags[row]! & FLAGS[flag]), // the keys of FLAGS are Flags
  };
}
