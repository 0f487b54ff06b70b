import { bad, tooLong, toPiece } from './json-piece.ts';
import { MOST_RECORD_LETTERS, type Parser, type Piece } from './piece.ts';

const CODE = {
  quote: 0x22,
  backslash: 0x5c,
  newline: 0x0a,
  comma: 0x2c,
  open: 0x7b,
  close: 0x7d,
  openList: 0x5b,
  closeList: 0x5d,
};

/**
 * The elements of a JSON array, or of the first array that an object holds. Only brackets, quotes and commas are looked at
 * here; each element is then parsed by itself, so that one that is not JSON costs no other.
 *
 * A string cannot contain a line break: one that seems to has lost a quote. Then the array is taken up again at the next
 * line that starts like an element before it.
 */
export function createJsonArray(): Parser {
  // 'before' the array, 'inside' it, 'after' it, or 'lost' in a broken element.
  let place: 'before' | 'inside' | 'after' | 'lost' = 'before';
  let inString = false;
  let escaped = false;
  /** Brackets open inside the array; before it, inside its object. */
  let depth = 0;
  let line = 1;
  /** The element so far, of earlier pieces; its letters; where it starts. */
  let parts: string[] = [];
  let letters = 0;
  let startLine = 1;
  let isBlank = true;
  /** White space and first character of the first line that an element starts. */
  let indent: string | undefined;
  let lineStart = '';
  /** The list stands in an object. */
  let inObject = false;
  /** What follows the list, its start at least. */
  let rest = '';

  function take(text: string, from: number, to: number): Piece[] {
    const whole = letters + to - from;
    const element = whole > MOST_RECORD_LETTERS ? '' : parts.join('') + text.slice(from, to);
    parts = [];
    letters = 0;
    const blank = isBlank;
    isBlank = true;
    if (blank) return [];
    return [whole > MOST_RECORD_LETTERS ? tooLong(startLine) : toPiece(element, startLine)];
  }

  function push(text: string): Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === CODE.newline) {
        line += 1;
        if (inString && place === 'inside') {
          place = 'lost';
          pieces.push(bad('bad-json', startLine, 'a text without its closing quote'));
        }
        inString = false;
        escaped = false;
        lineStart = '';
        continue;
      }
      const isSpace = code === 0x20 || code === 0x09 || code === 0x0d;
      if (place === 'lost') {
        if (lineStart.length <= 64) lineStart += text[i]!;
        if (lineStart !== indent) continue;
        place = 'inside';
        depth = 0;
        parts = [];
        letters = 0;
        // The line's white space is no part of the element.
        from = i;
        isBlank = true;
      } else if (isBlank && lineStart.length <= 64) lineStart += text[i]!;

      if (
        place === 'inside' &&
        isBlank &&
        !isSpace &&
        code !== CODE.comma &&
        code !== CODE.closeList
      ) {
        isBlank = false;
        startLine = line;
        if (/^\s*\S$/.test(lineStart)) indent ??= lineStart;
      }
      if (inString) {
        if (escaped) escaped = false;
        else if (code === CODE.backslash) escaped = true;
        else if (code === CODE.quote) inString = false;
        continue;
      }
      if (place === 'after') continue;
      switch (code) {
        case CODE.quote:
          inString = true;
          break;
        case CODE.open:
        case CODE.openList:
          if (place === 'before' && code === CODE.openList && depth <= 1) {
            place = 'inside';
            inObject = depth === 1;
            depth = 0;
            from = i + 1;
            isBlank = true;
          } else depth += 1;
          break;
        case CODE.close:
          depth -= 1;
          break;
        case CODE.closeList:
          if (place === 'inside' && depth <= 0) {
            pieces.push(...take(text, from, i));
            place = 'after';
            from = i + 1;
          } else depth -= 1;
          break;
        case CODE.comma:
          if (place === 'inside' && depth <= 0) {
            depth = 0;
            pieces.push(...take(text, from, i));
            from = i + 1;
          }
          break;
      }
    }
    if (place === 'after' && rest.length < MOST_REST) rest += text.slice(from);
    if (place === 'inside') {
      letters += text.length - from;
      if (letters > MOST_RECORD_LETTERS) parts = [];
      else parts.push(text.slice(from));
    }
    return pieces;
  }

  return {
    push,
    end() {
      if (place === 'after') return checkRest(rest, inObject);
      const detail = 'the array is not closed';
      const cut: Piece = { troubles: [{ kind: 'cut-off', detail, ends: true }] };
      if (place !== 'inside' || isBlank) return [cut];
      return [bad('bad-json', startLine, 'the file ends inside this element'), cut];
    },
  };
}

/** Letters after the array that are looked at. */
const MOST_REST = 1_000_000;

/** Nothing may follow an array but the rest of its object; another list there is left out, and said. */
function checkRest(rest: string, inObject: boolean): Piece[] {
  const trouble = (detail: string): Piece[] => [
    { troubles: [{ kind: 'bad-json', detail, ends: true }] },
  ];
  if (!inObject) return rest.trim() === '' ? [] : trouble('text after the end of the array');
  if (rest.length >= MOST_REST) return trouble('more after the end of the array');
  try {
    const others = Object.values(JSON.parse('{"":0' + rest) as object);
    return others.some(
      (other) => Array.isArray(other) && other.some((value) => value instanceof Object),
    )
      ? trouble('another array of objects after the first')
      : [];
  } catch {
    return trouble('text after the end of the array');
  }
}
