/** Word pieces per letter of English text, special tokens aside: our 2,000 reviews have 76,923 in 323,273 letters. */
const TOKENS_PER_LETTER = 1 / 4.2;
const SPECIAL_TOKENS = 2;

/** A guess at the number of tokens, good enough to cut work into pieces before anything is tokenised. */
export function guessTokens(text: string): number {
  return Math.ceil(text.length * TOKENS_PER_LETTER) + SPECIAL_TOKENS;
}

/**
 * Cuts a list into runs of about `budget` tokens, so that an urgent text never waits longer than one of them.
 *
 * @returns [from, to) pairs that cover the list in order; a text over the budget is a run of its own
 */
export function cutChunks(texts: readonly string[], budget: number): [number, number][] {
  const chunks: [number, number][] = [];
  let from = 0;
  let size = 0;
  texts.forEach((text, i) => {
    const tokens = guessTokens(text);
    if (i > from && size + tokens > budget) {
      chunks.push([from, i]);
      from = i;
      size = 0;
    }
    size += tokens;
  });
  if (from < texts.length) chunks.push([from, texts.length]);
  return chunks;
}

/**
 * How many tokens make about `targetMs` of work in one worker, learnt from what was measured.
 * An exponential average with weight 0.3: follows a throttling laptop within a few chunks, shrugs off one pause.
 */
export function createPace({ targetMs = 100, tokensPerMs = 2 } = {}) {
  let rate = tokensPerMs;
  return {
    learn(tokens: number, ms: number) {
      if (tokens > 0 && ms > 0) rate += 0.3 * (tokens / ms - rate);
    },
    budget: () => Math.min(16_384, Math.max(64, Math.round(rate * targetMs))),
  };
}
