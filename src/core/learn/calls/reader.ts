import { CallError } from './call-error.ts';

/** Walks over a source from its start; knows blanks, names and where it is. */
export interface Reader {
  readonly at: number;
  /** The character here; empty at the end. */
  readonly here: string;
  readonly source: string;
  skipBlanks: () => void;
  /** Goes past `text` if it is here. */
  take: (text: string) => boolean;
  /** Goes past what `pattern`, which must be sticky, finds here. @returns empty where it finds nothing */
  match: (pattern: RegExp) => string;
  /** @throws CallError always. @param at where, if not here */
  refuse: (message: string, at?: number) => never;
}

export function createReader(source: string): Reader {
  let at = 0;
  return {
    get at() {
      return at;
    },
    get here() {
      return source.charAt(at);
    },
    source,
    skipBlanks() {
      while (/\s/u.test(source.charAt(at))) at += 1;
    },
    take(text) {
      if (!source.startsWith(text, at)) return false;
      at += text.length;
      return true;
    },
    match(pattern) {
      pattern.lastIndex = at;
      const found = pattern.exec(source)?.[0] ?? '';
      at += found.length;
      return found;
    },
    refuse(message, place = at) {
      throw new CallError(message, place);
    },
  };
}
