import type { Cell } from '../../core/intake.ts';
import { defuse } from '../../core/defuse.ts';
import { probabilityText, type Encoder } from './encoder.ts';
import type { ColumnType, ExportColumn } from './schema.ts';

/** Blanks at the ends too: some readers trim what is not quoted. */
const NEEDS_QUOTES = /[",\r\n;\t]|^\s|\s$/;

/** An empty text is quoted, so that it can be told from a cell that holds nothing. */
function quote(text: string): string {
  return text === '' || NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cellText(cell: Cell, type: ColumnType): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return quote(defuse(cell));
  return type === 'probability' ? probabilityText(Number(cell)) : String(cell);
}

/**
 * CSV after RFC 4180: commas, CRLF, quotes doubled. It begins with a byte order mark, since Excel takes UTF-8 without one for
 * the system's old code page; pandas, DuckDB and papaparse skip it. Formulas are defused (core/defuse).
 */
export function createCsvEncoder(columns: readonly ExportColumn[]): Encoder {
  const utf8 = new TextEncoder();
  return {
    start: () =>
      utf8.encode(`\uFEFF${columns.map(({ name }) => quote(defuse(name))).join(',')}\r\n`),
    rows: (batch) => {
      let text = '';
      for (let row = 0; row < batch[0]!.length; row++) {
        for (let i = 0; i < columns.length; i++) {
          text += (i === 0 ? '' : ',') + cellText(batch[i]![row]!, columns[i]!.type);
        }
        text += '\r\n';
      }
      return utf8.encode(text);
    },
    end: () => new Uint8Array(),
  };
}
