import type { Cell } from '../core/intake.ts';

/** What the values of one column look like; texts are trimmed, blank cells left out. */
export interface Profile {
  texts: readonly string[];
  rows: number;
  /** Distinct values, letter case aside, in order of appearance. */
  distinct: readonly string[];
  /** Distinct per filled cell, 0 to 1. */
  uniqueness: number;
  /** Means over the filled cells. */
  letters: number;
  words: number;
  /** Of all characters that are not white space, those that are letters, 0 to 1. */
  letterShare: number;
  /** Of the filled cells, 0 to 1. */
  numberShare: number;
}

/** Of each text so much is looked at: a long column costs no more than a short one. */
const LOOKED_AT = 1000;

export function profile(column: readonly Cell[]): Profile {
  const texts = column
    .map((cell) => (cell === null ? '' : String(cell).trim()))
    .filter((t) => t !== '');
  const seen = new Map<string, string>();
  let letters = 0;
  let words = 0;
  let visible = 0;
  let alphabetic = 0;
  let numbers = 0;
  for (const text of texts) {
    const key = text.toLowerCase();
    if (!seen.has(key)) seen.set(key, text);
    const part = text.slice(0, LOOKED_AT);
    letters += text.length;
    words += wordsIn(part) * (text.length / part.length);
    visible += part.replace(/\s/g, '').length;
    alphabetic += part.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
    if (/^[+-]?[\d.,]+(?:e[+-]?\d+)?%?$/i.test(text)) numbers += 1;
  }
  const count = Math.max(1, texts.length);
  return {
    texts,
    rows: column.length,
    distinct: [...seen.values()],
    uniqueness: seen.size / count,
    letters: letters / count,
    words: words / count,
    letterShare: alphabetic / Math.max(1, visible),
    numberShare: numbers / count,
  };
}

/** Words by white space; scripts without spaces have about one for every two letters. */
function wordsIn(text: string): number {
  const dense = text.match(/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/g)?.length ?? 0;
  return text.split(/\s+/).length + dense / 2;
}
