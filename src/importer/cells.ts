import { MOST_CELL_LETTERS, type Cell } from '../core/intake.ts';
import { isoDate } from './excel.ts';
import type { Trouble } from './piece.ts';

/** A value of JSON, Excel or Parquet as a cell: NULs out, dates ISO 8601, whole numbers too large for a number as text. */
export function toCell(value: unknown): Cell {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint')
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value !== 'object' || value === null) return null;
  if (value instanceof Date) return isoDate(value);
  if (value instanceof Uint8Array) return new TextDecoder().decode(value).replaceAll('\0', '');
  return asJson(value);
}

function asJson(value: object): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'bigint' ? toCell(inner) : inner instanceof Uint8Array ? toCell(inner) : inner,
  );
}

/** A cell as it is read: '' where there is none. */
export const textOf = (cell: Cell | undefined) =>
  cell === null || cell === undefined ? '' : String(cell);

/** Names for columns: blank ones by position, repeated ones with " (2)" after them. */
export function uniqueNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return names.map((raw, i) => {
    const name = raw.trim() || `Column ${i + 1}`;
    let unique = name;
    let count = counts.get(name) ?? 1;
    while (used.has(unique)) unique = `${name} (${++count})`;
    counts.set(name, count);
    used.add(unique);
    return unique;
  });
}

export interface Cells {
  /** Undefined where the record is left out. */
  cells: Cell[] | undefined;
  troubles: Trouble[];
}

/** Cells by position: missing ones are empty, those too many are cut; said, unless all of them are blank. */
export function fromList(list: readonly unknown[], width: number): Cells {
  const cells: Cell[] = [];
  for (let i = 0; i < width; i++) cells.push(i < list.length ? toCell(list[i]) : null);
  const isRagged =
    list.length < width || list.slice(width).some((cell) => cell !== null && cell !== '');
  if (!isRagged) return checked(cells, []);
  return checked(cells, [{ kind: 'ragged-row', detail: `${list.length} cells, ${width} columns` }]);
}

/**
 * Cells by name. A name outside the columns is said once.
 *
 * @param others names met before that have no column; added to
 */
export function fromObject(
  object: Readonly<Record<string, unknown>>,
  places: ReadonlyMap<string, number>,
  others: Set<string>,
): Cells {
  const cells = new Array<Cell>(places.size).fill(null);
  const troubles: Trouble[] = [];
  for (const name of Object.keys(object)) {
    const place = places.get(name);
    if (place !== undefined) cells[place] = toCell(object[name]);
    else if (!others.has(name) && others.size < MOST_OTHERS) {
      others.add(name);
      const detail = 'a name that the first records do not have; its values are left out';
      troubles.push({ kind: 'ragged-row', column: name, detail });
    }
  }
  return checked(cells, troubles);
}

const MOST_OTHERS = 1000;

function checked(cells: Cell[], troubles: Trouble[]): Cells {
  const long = cells.findIndex((c) => typeof c === 'string' && c.length > MOST_CELL_LETTERS);
  if (long < 0) return { cells, troubles };
  const detail = `cell ${long + 1}: ${String(cells[long]).length} characters`;
  return { cells: undefined, troubles: [...troubles, { kind: 'long-cell', detail }] };
}
