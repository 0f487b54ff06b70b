/** Word pieces per letter of English text, special tokens aside: our 2,000 reviews have 76,923 in 323,273 letters. */
const TOKENS_PER_LETTER = 1 / 4.2;
const SPECIAL_TOKENS = 2;

/** A guess at the number of tokens, good enough to cut work into pieces before anything is tokenised. */
export function guessTokens(text: string): number {
  return Math.ceil(text.length * TOKENS_PER_LETTER) + SPECIAL_TOKENS;
}

/** @returns the end of the run of about `budget` tokens that starts at `from`; a text over the budget goes alone */
export function endOfChunk(texts: readonly string[], from: number, budget: number): number {
  let size = 0;
  for (let i = from; i < texts.length; i++) {
    size += guessTokens(texts[i]!);
    if (i > from && size > budget) return i;
  }
  return texts.length;
}

/** Tokens that are not shared further, unless the whole list is short: as many as our kernel takes in one pass. */
const LEAST = 256;

/**
 * Cuts a list into runs of about `budget` tokens, so that a crash costs little. Where several workers share it they get
 * shorter towards its end, at most half of a worker's share of what is left, so that none waits long for the last one (guided
 * self-scheduling, Polychronopoulos & Kuck 1987).
 *
 * @returns [from, to) pairs that cover the list in order
 */
export function cutChunks(
  texts: readonly string[],
  budget: number,
  workers = 1,
): [number, number][] {
  const size = (from: number, to: number) =>
    texts.slice(from, to).reduce((sum, text) => sum + guessTokens(text), 0);
  const shareOf = (tokens: number) => (workers > 1 ? Math.ceil(tokens / (2 * workers)) : Infinity);
  let left = size(0, texts.length);
  const least = Math.min(LEAST, shareOf(left));
  const chunks: [number, number][] = [];
  for (let from = 0; from < texts.length; from = chunks.at(-1)![1]) {
    const to = endOfChunk(texts, from, Math.min(budget, Math.max(least, shareOf(left))));
    left -= size(from, to);
    chunks.push([from, to]);
  }
  return chunks;
}

/**
 * How many tokens make some ms of work, learnt from what was measured.
 * An exponential average with weight 0.3: follows a throttling laptop within a few chunks, shrugs off one pause.
 */
export function createPace({ tokensPerMs = 2, most = 16_384 } = {}) {
  let rate = tokensPerMs;
  return {
    learn(tokens: number, ms: number) {
      if (tokens > 0 && ms > 0) rate += 0.3 * (tokens / ms - rate);
    },
    budget: (targetMs: number) => Math.min(most, Math.max(64, Math.round(rate * targetMs))),
  };
}
