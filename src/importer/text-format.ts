import type { Format, Reading } from '../core/intake.ts';
import { findDelimiter, findQuote, firstRows } from './delimiters.ts';
import { newlineOf } from './dialect.ts';
import { hasHeader } from './header.ts';

/**
 * How a text is written, by its first part; the file's name decides only between one column and plain text.
 *
 * @param head    decoded, cut anywhere
 * @param isWhole nothing follows it
 * @param chosen  by the user: taken as it is
 */
export function findTextReading(
  head: string,
  isWhole: boolean,
  name: string,
  chosen: Partial<Reading>,
): Omit<Reading, 'gzip' | 'encoding'> {
  const newline = newlineOf(head);
  const quote = chosen.quote ?? findQuote(head);
  const delimiter = chosen.delimiter ?? findDelimiter(head, quote, newline, isWhole);
  const format = textFormatOf(chosen.format) ?? findFormat(head, name, delimiter, quote);
  if (format === 'text') return { format, unit: chosen.unit ?? findUnit(head) };
  if (format !== 'csv') return { format };
  const used = delimiter ?? ',';
  const header =
    chosen.header ?? hasHeader(firstRows(head, { delimiter: used, quote, newline }, isWhole));
  return { format, delimiter: used, quote, header };
}

const textFormatOf = (format: Format | undefined) =>
  format === 'excel' || format === 'parquet' ? undefined : format;

function findFormat(
  head: string,
  name: string,
  delimiter: string | undefined,
  quote: string,
): 'csv' | 'jsonl' | 'json' | 'text' {
  const start = head.trimStart();
  if (/^\[\s*([{"[\]]|$)/.test(start)) return 'json';
  if (start.startsWith('{')) {
    const lines = start.split(/[\r\n]+/, 12).filter((line) => line.trim() !== '');
    const objects = lines.filter((line) => isObject(line));
    if (objects.length > 0 && (lines.length > 1 || !holdsList(lines[0]!))) return 'jsonl';
    if (/^\{\s*("|$)/.test(start) && start.includes('[')) return 'json';
    // One very long first line, or one that is damaged among others that begin in the same way.
    if (/^\{\s*"/.test(start)) return 'jsonl';
  }
  // A damaged first line, whole ones after it.
  const next = start.split(/[\r\n]+/, 6).slice(1);
  if (next.filter(isObject).length >= 2) return 'jsonl';
  if (delimiter) return 'csv';
  const lines = head.split(/\r\n?|\n/, 200).filter((line) => line.trim() !== '');
  const wrapped = lines.filter((line) => line.startsWith(quote) && line.endsWith(quote)).length;
  if (wrapped > 0.5 * lines.length || /\.(csv|tsv|tab)(\.gz)?$/i.test(name)) return 'csv';
  return 'text';
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Whether an object has exactly one list of objects or texts in it, as answers of web services do. */
function holdsList(line: string): boolean {
  const values = Object.values(JSON.parse(line) as object);
  const lists = values.filter((value) => Array.isArray(value) && value.length > 0);
  return (
    lists.length === 1 && values.every((value) => typeof value !== 'string' || value.length < 200)
  );
}

/** Paragraphs where blank lines part runs of lines. */
function findUnit(head: string): 'line' | 'paragraph' {
  const runs = head.split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/).filter((run) => run.trim() !== '');
  const lines = runs.reduce((sum, run) => sum + run.trim().split(/\r\n?|\n/).length, 0);
  return runs.length > 1 && lines >= 1.5 * runs.length ? 'paragraph' : 'line';
}
