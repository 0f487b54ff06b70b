import { MOST_RECORD_LETTERS } from './piece.ts';

export interface Line {
  /** Undefined for one that is longer than MOST_RECORD_LETTERS. */
  text: string | undefined;
  /** From 1. */
  line: number;
}

/** Cuts a text that comes in pieces into lines, ended by LF, CRLF or CR; the last one needs no end. */
export function createLines() {
  let rest: string[] = [];
  let letters = 0;
  let line = 0;
  let heldCr = false;

  function finish(part: string): Line {
    line += 1;
    const tooLong = letters + part.length > MOST_RECORD_LETTERS;
    const text = tooLong ? undefined : rest.length > 0 ? rest.join('') + part : part;
    rest = [];
    letters = 0;
    return { text, line };
  }

  return {
    push(chunk: string): Line[] {
      let text = heldCr ? '\r' + chunk : chunk;
      heldCr = text.endsWith('\r'); // the LF of a CRLF may be in the next piece
      if (heldCr) text = text.slice(0, -1);
      if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
      const parts = text.split('\n');
      const last = parts.pop()!;
      const lines = parts.map(finish);
      letters += last.length;
      if (letters > MOST_RECORD_LETTERS) rest = [];
      else if (last) rest.push(last);
      return lines;
    },
    end: (): Line[] => (letters > 0 || heldCr ? [finish('')] : []),
  };
}
