import { createLines, type Line } from './lines.ts';
import { toPiece, tooLong } from './json-piece.ts';
import type { Parser, Piece } from './piece.ts';

/** One JSON value a line; blank lines are no records. */
export function createJsonl(): Parser {
  const lines = createLines();
  const read = ({ text, line }: Line): Piece[] => {
    if (text === undefined) return [tooLong(line)];
    return text.trim() === '' ? [] : [toPiece(text, line)];
  };
  return {
    push: (text) => lines.push(text).flatMap(read),
    end: () => lines.end().flatMap(read),
  };
}
