import { MOST_CELL_LETTERS } from '../core/intake.ts';
import { createLines, type Line } from './lines.ts';
import { tooLong } from './json-piece.ts';
import type { Parser, Piece } from './piece.ts';

/** A text for each line, or for each run of lines without a blank one between them. */
export function createPlain(unit: 'line' | 'paragraph'): Parser {
  const lines = createLines();
  let paragraph: string[] = [];
  let letters = 0;
  let from = 0;

  function record(text: string, line: number): Piece {
    if (text.length <= MOST_CELL_LETTERS) return { value: text, line };
    const detail = `${text.length} characters`;
    return { skipped: true, line, troubles: [{ kind: 'long-cell', detail }] };
  }

  function close(): Piece[] {
    if (paragraph.length === 0) return [];
    const text = paragraph.join('\n');
    const piece = letters > MOST_CELL_LETTERS ? tooLong(from) : record(text, from);
    paragraph = [];
    letters = 0;
    return [piece];
  }

  function read({ text, line }: Line): Piece[] {
    if (text === undefined) return [...close(), tooLong(line)];
    if (text.trim() === '') return close();
    if (unit === 'line') return [record(text, line)];
    if (paragraph.length === 0) from = line;
    letters += text.length;
    if (letters <= MOST_CELL_LETTERS || paragraph.length === 0) paragraph.push(text);
    return [];
  }

  return {
    push: (text) => lines.push(text).flatMap(read),
    end: () => [...lines.end().flatMap(read), ...close()],
  };
}
