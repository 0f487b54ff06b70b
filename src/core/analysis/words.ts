/** Words with their inner apostrophes, or the end of a phrase. An expression rather than Intl.Segmenter: 20 times as quick. */
const WORDS_AND_STOPS = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*|[.!?;:\n]+/gu;
const LETTER = /\p{L}/u;
/** A "word" of a script without spaces, or a link, that no other review will repeat. */
const LONGEST = 40;

/** Stands between words that are not said together: a stop, a number. */
export const STOP = '';

/** @returns the words of a text in order, lower-case, with STOP where a phrase ends; numbers are left out */
export function wordsOf(text: string): string[] {
  const found = text.toLowerCase().match(WORDS_AND_STOPS) ?? [];
  return found.map((word) => {
    const first = word.charCodeAt(0);
    const plain = first >= 97 && first <= 122; // a to z: a word for sure, and nearly always the case
    if (word.length > LONGEST || (!plain && !LETTER.test(word))) return STOP;
    return word.includes('’') ? word.replaceAll('’', "'") : word;
  });
}
