import { MOST_RECORD_LETTERS, type Piece } from './piece.ts';

/** Reads one line or element. */
export function toPiece(text: string, line: number): Piece {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The engine's own words may quote the text.
    return bad('bad-json', line, `not JSON, ${text.length} characters`);
  }
  if (typeof value === 'string') return { value, line };
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value, line };
  const kind = value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`;
  return bad('not-an-object', line, kind);
}

export const tooLong = (line: number): Piece =>
  bad('long-line', line, `more than ${MOST_RECORD_LETTERS} characters`);

export function bad(
  kind: 'bad-json' | 'not-an-object' | 'long-line',
  line: number,
  detail: string,
): Piece {
  return { skipped: true, line, troubles: [{ kind, detail }] };
}
