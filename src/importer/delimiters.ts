import Papa from 'papaparse';
import type { Dialect } from './dialect.ts';

/** How far a delimiter is looked for. */
const MOST_LETTERS = 128 * 1024;
const MOST_ROWS = 200;

/** Each with what speaks for it beforehand: tabs and pipes are rare in prose, commas are not. */
const CANDIDATES: readonly [delimiter: string, bonus: number][] = [
  ['\t', 0.1],
  ['|', 0.06],
  [';', 0.04],
  [',', 0],
];
/** Of the rows, at least so many must have the same number of cells. */
const LEAST_SHARE = 0.55;

/** How regular a text is when cut at a delimiter. */
interface Cut {
  delimiter: string;
  score: number;
}

/** The first complete records of a text. */
export function firstRows(head: string, dialect: Dialect, isWhole: boolean): string[][] {
  const { delimiter, newline, quote } = dialect;
  const text = head.slice(0, MOST_LETTERS);
  const { data } = Papa.parse<string[]>(text, {
    delimiter,
    newline,
    ...(quote ? { quoteChar: quote } : { fastMode: true }),
    preview: MOST_ROWS,
  });
  const isCut = data.length < MOST_ROWS && !(isWhole && text.length === head.length);
  const rows = isCut && data.length > 1 ? data.slice(0, -1) : data;
  return rows.filter((row) => row.length > 1 || row[0]?.trim());
}

/**
 * The delimiter by consistency: the one that cuts most rows into the same number of cells, two at least.
 *
 * @returns undefined where none does, as in prose or in a table of one column
 */
export function findDelimiter(
  head: string,
  quote: string,
  newline: Dialect['newline'],
  isWhole: boolean,
): string | undefined {
  const cuts = CANDIDATES.map(([delimiter, bonus]): Cut => {
    const rows = firstRows(head, { delimiter, quote, newline }, isWhole);
    const { width, share } = commonWidth(rows);
    if (width < 2 || share < LEAST_SHARE || isProse(rows, delimiter))
      return { delimiter, score: 0 };
    return { delimiter, score: share + bonus + 0.01 * Math.min(width, 8) };
  });
  const best = cuts.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.delimiter : undefined;
}

/** The most frequent number of cells, and the share of the rows that have it; the wider where two are equal. */
export function commonWidth(rows: readonly (readonly unknown[])[]): {
  width: number;
  share: number;
} {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [length, count] of counts)
    if (count > most || (count === most && length > width)) [width, most] = [length, count];
  return { width, share: rows.length === 0 ? 0 : most / rows.length };
}

/** Sentences with as many commas each: a delimiter with a space after it, nearly always, and no names in the first row. */
function isProse(rows: readonly string[][], delimiter: string): boolean {
  if (delimiter === '\t' || delimiter === '|') return false;
  const after = rows.flatMap((row) => row.slice(1));
  const spaced = after.filter((cell) => /^ \S/.test(cell)).length;
  if (spaced < 0.8 * after.length) return false;
  return !rows[0]!.every(
    (cell) => /^[\w .-]{1,30}$/.test(cell.trim()) && !/[.!?]$/.test(cell.trim()),
  );
}

/** Single quotes are quotes only where cells are wrapped in them and none is in double ones. */
export function findQuote(head: string): string {
  const text = head.slice(0, MOST_LETTERS);
  const wrapped = (mark: string) =>
    text.match(new RegExp(`(?:^|[,;\\t|\\n])${mark}[^${mark}\\n]*${mark}(?=[,;\\t|\\r\\n]|$)`, 'g'))
      ?.length ?? 0;
  const single = wrapped("'");
  const lines = text.split('\n').length;
  return single >= 0.5 * lines && single > 0 && wrapped('"') === 0 && !text.includes('"')
    ? "'"
    : '"';
}
