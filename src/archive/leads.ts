/** Letters in a lead: each takes eight bits, and a number holds 53. */
const LEAD_LETTERS = 6;

/**
 * Numbers that sort texts by their first six letters as `compare` does, since a comparison of numbers takes a tenth of the time.
 * Letters that differ only in case or accent count as one; equal leads leave the decision to the whole texts.
 *
 * @param compare a collator's, of sensitivity "base"
 */
export function leadsOf(
  texts: readonly string[],
  compare: (a: string, b: string) => number,
): Float64Array {
  const ranks = rankLetters(texts, compare);
  const leads = new Float64Array(texts.length);
  texts.forEach((text, i) => {
    for (let at = 0; at < LEAD_LETTERS; at++) {
      leads[i] = leads[i]! * 256 + (at < text.length ? ranks[text.charCodeAt(at)]! : 0);
    }
  });
  return leads;
}

/** @returns the place of each UTF-16 unit among those that lead a text, from 1; all after the 254th share one */
function rankLetters(texts: readonly string[], compare: (a: string, b: string) => number) {
  const ranks = new Uint8Array(65_536);
  for (const text of texts) {
    const end = Math.min(text.length, LEAD_LETTERS);
    for (let at = 0; at < end; at++) ranks[text.charCodeAt(at)] = 1;
  }
  const letters = Array.from(ranks.keys())
    .filter((unit) => ranks[unit] === 1)
    .map((unit) => String.fromCharCode(unit))
    .sort(compare);
  let rank = 1;
  letters.forEach((letter, i) => {
    if (i > 0 && compare(letters[i - 1]!, letter) !== 0) rank++;
    ranks[letter.charCodeAt(0)] = Math.min(rank, 255);
  });
  return ranks;
}
