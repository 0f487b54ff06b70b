import type { Predict, Prediction } from '../core/predict.ts';
import { splitWords, type Segment } from '../core/segments.ts';
import type { WeighedWord } from './live-state.ts';

/** Most words that are left out one by one: each is a whole text to score. */
export const MOST_WORDS = 150;

export const wordsToWeigh = (text: string): Segment[] => splitWords(text).slice(0, MOST_WORDS);

/**
 * Scores the text once without each of `words`: what a word's absence takes away is what it gave.
 *
 * @param whole the prediction for all of `text`
 * @throws AppError (as a rejection) when scoring fails or `signal` aborts
 */
export async function weighWords(
  text: string,
  words: readonly Segment[],
  { label, probabilities }: Prediction,
  predict: Predict,
  signal: AbortSignal,
): Promise<WeighedWord[]> {
  const variants = words.map(({ from, to }) => text.slice(0, from) + text.slice(to));
  const without = await predict(variants, { priority: 'detail', signal });
  return words.map((word, i) => ({
    ...word,
    effect: probabilities[label]! - without[i]!.probabilities[label]!,
  }));
}
