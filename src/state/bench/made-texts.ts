/**
 * Common words that are one word piece each in the bundled models' vocabulary, so that a text of n of them has exactly
 * n tokens beside the two special ones. A hub model may cut them otherwise; its own counts are recorded.
 */
export const WORDS =
  'the a this that my our it was is and but with for from very good bad great food place time service room day week phone book film price staff table water quick slow clean warm cold small large nice fine poor happy old new really still always never first last again well back down over here there work home long short'.split(
    ' ',
  );

/** [CLS] and [SEP] */
const SPECIAL_TOKENS = 2;

/** @param random 0 to 1, 1 excluded. @returns a text of exactly `tokens` tokens, at least 3 */
export function madeText(tokens: number, random: () => number): string {
  const word = () => WORDS[Math.floor(random() * WORDS.length)]!;
  return Array.from({ length: tokens - SPECIAL_TOKENS }, word).join(' ');
}
