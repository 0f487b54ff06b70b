import { MOST_COLUMNS, type Cell, type HowFound, type Reading } from '../core/intake.ts';
import { fromList, fromObject, textOf, toCell, uniqueNames, type Cells } from './cells.ts';
import { commonWidth } from './delimiters.ts';
import { openFormat, type Opened } from './formats.ts';
import { createProblems, type ProblemList } from './problems.ts';
import type { Pass } from './pass.ts';

/** A file that is known well enough to be read from start to end, as often as wanted. */
export interface Source {
  reading: Reading;
  encodingFrom: HowFound | undefined;
  sheets: readonly string[] | undefined;
  columns: readonly string[];
  /** All rows in batches, each as long as `columns`; what is left out is noted in the pass's problems. */
  rows: (pass: Pass) => AsyncGenerator<Cell[][]>;
}

/** Records and letters that the columns are found from. */
const LOOKED_AT = { records: 2000, letters: 1_000_000 };

/**
 * Finds out how a file is to be read.
 *
 * @param chosen what the user or an earlier look has decided: taken as it is
 * @throws AppError file-empty, file-binary, file-encrypted, file-damaged, file-too-large, file-unreadable
 */
export async function openSource(
  file: File,
  chosen: Partial<Reading>,
  problems: ProblemList,
  signal?: AbortSignal,
): Promise<Source> {
  const opened = await openFormat(file, chosen);
  const looked = await lookAt(opened, signal);
  const header = chosen.header ?? opened.reading.header ?? false;
  const names = opened.names ?? columnNames(looked, header);
  if (names.length > MOST_COLUMNS)
    problems.add({
      kind: 'many-columns',
      skipped: false,
      detail: `${names.length} columns, ${MOST_COLUMNS} are kept`,
    });
  const keys = names.slice(0, MOST_COLUMNS);
  const columns = uniqueNames(keys);
  const places = new Map(keys.map((name, i) => [name, i]));
  const ignored = new Set(names.slice(MOST_COLUMNS));

  async function* rows(pass: Pass): AsyncGenerator<Cell[][]> {
    const others = new Set(ignored);
    let isHead = header;
    for await (const pieces of opened.pieces(pass)) {
      const batch: Cell[][] = [];
      for (const piece of pieces) {
        if (piece.value === undefined) {
          pass.problems.note(piece);
          continue;
        }
        if (isHead) {
          isHead = false;
          continue;
        }
        const { cells, troubles } = toCells(
          piece.value,
          places,
          names.length,
          columns.length,
          others,
        );
        pass.problems.note({
          ...piece,
          ...(!cells && { skipped: true }),
          troubles:
            troubles.length > 0 ? [...(piece.troubles ?? []), ...troubles] : (piece.troubles ?? []),
        });
        if (cells) batch.push(cells);
      }
      yield batch;
    }
  }

  const { encodingFrom, sheets } = opened;
  return { reading: opened.reading, encodingFrom, sheets, columns, rows };
}

function toCells(
  value: unknown,
  places: ReadonlyMap<string, number>,
  /** Columns in the file, those over the limit included. */
  width: number,
  kept: number,
  others: Set<string>,
): Cells {
  if (Array.isArray(value)) {
    const found = fromList(value, width);
    return width > kept ? { ...found, cells: found.cells?.slice(0, kept) } : found;
  }
  if (typeof value === 'object' && value !== null)
    return fromObject(value as Record<string, unknown>, places, others); // an object of a JSON or Parquet file
  return fromObject({ [TEXT]: value }, places, others);
}

/** The column of a file that has texts and no names. */
const TEXT = 'text';

/** The first values, for the names of the columns. */
async function lookAt(opened: Opened, signal?: AbortSignal): Promise<unknown[]> {
  const values: unknown[] = [];
  let letters = 0;
  if (opened.names) return values;
  for await (const pieces of opened.pieces({ problems: createProblems(), signal })) {
    for (const { value } of pieces) {
      if (value === undefined) continue;
      values.push(value);
      letters += lettersIn(value);
    }
    if (values.length > 1 && (values.length >= LOOKED_AT.records || letters >= LOOKED_AT.letters))
      break;
  }
  return values;
}

function lettersIn(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let letters = 0;
  for (const inner of Object.values(value)) letters += typeof inner === 'string' ? inner.length : 8;
  return letters;
}

/** Names from the keys, or from the header: as many as it has, or as most rows have, where that is more. */
function columnNames(values: readonly unknown[], header: boolean): string[] {
  const lists = values.filter((value): value is unknown[] => Array.isArray(value));
  if (lists.length > 0) {
    const head = header ? lists[0]!.map((cell) => textOf(toCell(cell))) : [];
    const common = commonWidth(lists.slice(header ? 1 : 0));
    const width = header && common.share <= 0.5 ? head.length : Math.max(head.length, common.width);
    return Array.from({ length: width }, (_, i) => head[i] ?? '');
  }
  const names = new Set<string>();
  for (const value of values)
    if (typeof value === 'object' && value !== null)
      for (const name of Object.keys(value)) names.add(name);
    else names.add(TEXT);
  return [...names];
}
