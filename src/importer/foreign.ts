import rules from '../core/rules.json';

/** Of the words, those of English and of another language alike say nothing. Texts shorter than the least ones say too little. */
const { english, other, shared, leastLetters, leastWords } = rules.foreign;
const SHARED = shared.split(' ');
/** The most frequent words of English, and of other languages in Latin script. */
const ENGLISH = new Set(english.split(' '));
const OTHER = new Set(other.split(' '));
for (const word of SHARED) ENGLISH.delete(word);
for (const word of [...SHARED, ...ENGLISH]) OTHER.delete(word);

const LETTERS = /\p{L}/gu;

const LATIN = /[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]/g;

/**
 * Whether a text looks not to be English: another script, or the small words of another language and none of English.
 * In doubt it is English: a row called foreign by mistake sends its reader looking for nothing.
 */
export function looksForeign(text: string): boolean {
  const part = text.length > 600 ? text.slice(0, 600) : text;
  if (part.length < 8) return false;
  if (!isPlain(part)) {
    const letters = part.match(LETTERS)?.length ?? 0;
    const latin = part.match(LATIN)?.length ?? 0;
    // Scripts without spaces say much in few letters.
    if (letters >= 8 && letters - latin > 0.5 * letters) return true;
  }
  if (part.length < leastLetters) return false;
  const words = part.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  if (words.length < leastWords) return false;
  let english = 0;
  let other = 0;
  for (const word of words) {
    if (ENGLISH.has(word)) english += 1;
    else if (OTHER.has(word)) other += 1;
  }
  return english === 0
    ? other >= 2 && other >= 0.12 * words.length
    : other > 4 * english && other >= 6;
}

/** Only ASCII: no other script. */
// eslint-disable-next-line no-control-regex -- all of ASCII
const isPlain = (text: string) => /^[\x00-\x7f]*$/.test(text);
