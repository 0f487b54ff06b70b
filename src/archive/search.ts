/** Quotes as keyboards and word processors make them. */
const PARTS = /["“”„]([^"“”„]*)(?:["“”„]|$)|[^\s"“”„]+/g;

/**
 * Reads what was typed into the search box.
 *
 * @returns a test of one text: every word and every "phrase in quotes" occurs in it, case and accents aside; undefined where
 * nothing is asked
 */
export function createSearch(typed: string): ((text: string) => boolean) | undefined {
  const parts = Array.from(typed.matchAll(PARTS), ([word, phrase]) => fold(phrase ?? word).trim());
  const wanted = [...new Set(parts)].filter((part) => part !== '');
  if (wanted.length === 0) return undefined;
  return (text) => {
    const folded = fold(text);
    return wanted.every((part) => folded.includes(part));
  };
}

/** Lower case, without accents, blanks and line breaks as one space. Most texts need only the first. */
function fold(text: string): string {
  let folded = text.toLowerCase();
  if (/[^\S ]|\s\s/.test(folded)) folded = folded.replace(/\s+/g, ' ');
  if (/[^\0-\x7f]/.test(folded)) folded = folded.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return folded;
}
