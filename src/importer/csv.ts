import Papa from 'papaparse';
import { MOST_CELL_LETTERS } from '../core/intake.ts';
import { countOf, withoutCr, type Dialect } from './dialect.ts';
import { MOST_RECORD_LETTERS, type Parser, type Piece } from './piece.ts';
import { cellAt, openingOf, readPastQuote } from './broken-quote.ts';

interface Broken {
  /** Where the record starts, where its broken quote stands, and how far no closing one was found; in the buffer. */
  record: number;
  opening: number;
  until: number;
}

/** Stray quotes of one record that are looked at. */
const MOST_ERRORS = 20;

/** The library's parser, with the positions its types leave out. */
type Step = Papa.ParseStepResult<string[]> & { errors: { code: string; index?: number }[] };

/**
 * Delimited text. Papa Parse cuts what lies in our buffer into records; the buffer keeps the last, unfinished one, and is
 * looked at again only once it has doubled, so that the work stays linear and the memory bounded.
 *
 * A quote that is never closed would swallow the rest of the file: it is taken literally, with its line, and reading goes on
 * after that line. Blank lines are no records.
 */
export function createCsv(dialect: Dialect): Parser {
  const { delimiter, quote, newline } = dialect;
  let buffer = '';
  let tried = 0;
  let line = 1;
  let width: number | undefined;
  /** Inside a line that is too long to be held. */
  let dropping = false;

  /** @returns the pieces of all finished records, and what stopped it, if anything */
  function parse(last: boolean) {
    const pieces: Piece[] = [];
    let at = 0;
    let broken: Broken | undefined;
    let tooLong = false;

    const parser = new Papa.Parser({
      delimiter,
      newline,
      ...(quote ? { quoteChar: quote } : { fastMode: true }),
      step: (found: Papa.ParseStepResult<string[]>) => {
        const { data, errors, meta } = found as unknown as Omit<Step, 'data'> & {
          data: string[][];
        }; // one row
        const row = data[0]!;
        const raw = buffer.slice(at, meta.cursor);
        const missing = errors.find(({ code }) => code === 'MissingQuotes');
        if (raw.length > MOST_RECORD_LETTERS) {
          tooLong = true;
        } else if (missing) {
          broken = { record: at, opening: missing.index! - 1, until: meta.cursor };
        } else {
          broken = swallowed(row, raw, at, errors);
        }
        if (tooLong || broken) return parser.abort();
        const piece = toPiece(row, raw, errors.length > 0);
        if (piece) pieces.push(piece);
        line += raw.includes(quote || '"') ? countOf(raw, newline) : 1;
        at = meta.cursor;
      },
    } as Papa.ParseConfig) as unknown as {
      parse: (input: string, from: number, ignoreLast: boolean) => void;
      abort: () => void;
    }; // the types know neither the parser's arguments nor its abort
    parser.parse(buffer, 0, !last);
    return { pieces, at, broken: broken, tooLong };
  }

  /**
   * The cell that seems to have swallowed rows after a quote that was not meant as one: it is longer than any review, or it
   * holds line breaks and stray quotes, and the number of cells is wrong.
   */
  function swallowed(
    row: string[],
    raw: string,
    at: number,
    errors: Step['errors'],
  ): Broken | undefined {
    const from = (opening: number, cell: string): Broken => ({
      record: at,
      opening: at + opening,
      until: at + opening + cell.length,
    });
    const huge = row.findIndex((c) => c.length > MOST_CELL_LETTERS && c.includes(newline));
    if (huge >= 0) return from(openingOf(raw, row, huge, dialect), row[huge]!);
    if (errors.length === 0 || row.length === width) return undefined;
    for (const index of new Set(errors.slice(0, MOST_ERRORS).map((error) => error.index!))) {
      const opening = index - 1 - at;
      const cell = row[cellAt(raw, opening, dialect)];
      if (cell?.includes(newline)) return from(opening, cell);
    }
    return undefined;
  }

  function toPiece(row: string[], raw: string, invalid: boolean): Piece | undefined {
    if (row.length === 1 && raw.trim() === '') return undefined;
    width ??= row.length;
    const last = row.length - 1;
    if (newline === '\n' && row[last]!.endsWith('\r') && isBare(row[last]!, raw))
      row[last] = withoutCr(row[last]!);
    const long = row.findIndex((cell) => cell.length > MOST_CELL_LETTERS);
    if (long >= 0) {
      const detail = `cell ${long + 1}: ${row[long]!.length} characters`;
      return { skipped: true, line, troubles: [{ kind: 'long-cell', detail }] };
    }
    if (!invalid) return { value: row, line };
    const detail = 'text after a closing quote';
    return { value: row, line, troubles: [{ kind: 'broken-quote', detail }] };
  }

  /** Whether a last cell stands in the record as it is, without quotes around it: then its CR belongs to the line's end. */
  function isBare(cell: string, raw: string): boolean {
    const record = raw.endsWith(newline) ? raw.slice(0, -1) : raw;
    const start = record.length - cell.length;
    return record.endsWith(cell) && (start === 0 || record[start - 1] === delimiter);
  }

  function pastQuote({ record, opening, until }: Broken, last: boolean): Piece[] {
    const text = buffer.slice(record);
    buffer = text;
    const read = readPastQuote(text, opening - record, until - record, line, dialect);
    if (!read) return dropLine(last);
    line += read.lines;
    buffer = text.slice(read.next);
    return read.pieces;
  }

  /** Leaves out the line at the start of the buffer. */
  function dropLine(last: boolean): Piece[] {
    const piece: Piece = {
      skipped: true,
      line,
      troubles: [{ kind: 'long-line', detail: `more than ${MOST_RECORD_LETTERS} characters` }],
    };
    dropping = true;
    skipToLine();
    if (last) dropping = false;
    return [piece];
  }

  function skipToLine() {
    const end = buffer.indexOf(newline);
    buffer = end < 0 ? '' : buffer.slice(end + 1);
    if (end < 0) return;
    dropping = false;
    line += 1;
  }

  function take(last: boolean): Piece[] {
    const pieces: Piece[] = [];
    for (;;) {
      if (dropping) skipToLine();
      if (dropping || buffer === '') return pieces;
      const found = parse(last);
      for (const piece of found.pieces) pieces.push(piece);
      if (found.broken) {
        for (const piece of pastQuote(found.broken, last)) pieces.push(piece);
        continue;
      }
      buffer = last && !found.tooLong ? '' : buffer.slice(found.at);
      tried = buffer.length;
      if (buffer.length <= MOST_RECORD_LETTERS) return pieces;
      for (const piece of tooMuch(last)) pieces.push(piece);
    }
  }

  /** What to do with a record that is over the limit: its first letters tell, whatever else the buffer holds. */
  function tooMuch(last: boolean): Piece[] {
    const text = buffer.slice(0, MOST_RECORD_LETTERS);
    let opening = -1;
    if (quote) {
      const { errors } = Papa.parse<string[]>(text, { delimiter, newline, quoteChar: quote });
      opening = (errors.find(({ code }) => code === 'MissingQuotes')?.index ?? 0) - 1;
    }
    if (opening < 0) return dropLine(last);
    return pastQuote({ record: 0, opening, until: text.length }, last);
  }

  return {
    push(text) {
      buffer += text;
      if (buffer.length < 2 * tried && buffer.length <= MOST_RECORD_LETTERS) return [];
      tried = 0;
      return take(false);
    },
    end() {
      const pieces = take(true);
      buffer = '';
      return pieces;
    },
  };
}
