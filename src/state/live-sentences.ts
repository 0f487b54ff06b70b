import type { Predict, Prediction } from '../core/predict.ts';
import { splitSentences, type Segment } from '../core/segments.ts';
import type { ScoredSentence } from './live-state.ts';

/** Most sentences whose score is remembered, so that typing in the last sentence re-scores only that one. */
const KEPT_SENTENCES = 500;

/** Scores the sentences of a text: the new ones in one batch, after everything live. */
export function createSentenceScorer(predict: Predict) {
  const known = new Map<string, Prediction>();

  /**
   * Must not reject: the label of the whole stands without its sentences.
   *
   * @param show given the sentences known so far, then all of them; undefined where there are fewer than two
   */
  async function score(
    text: string,
    signal: AbortSignal,
    show: (parts: readonly ScoredSentence[] | undefined) => void,
  ) {
    const sentences = splitSentences(text);
    if (sentences.length < 2) {
      show(undefined);
      return;
    }
    const textOf = ({ from, to }: Segment) => text.slice(from, to);
    const partsSoFar = () =>
      sentences.map((part) => ({ ...part, prediction: known.get(textOf(part)) }));

    const unknown = [...new Set(sentences.map(textOf))].filter((sentence) => !known.has(sentence));
    show(partsSoFar());
    if (unknown.length === 0) return;
    try {
      const predictions = await predict(unknown, { priority: 'detail', signal });
      if (signal.aborted) return; // perhaps another model's by now
      if (known.size > KEPT_SENTENCES) known.clear();
      unknown.forEach((sentence, i) => known.set(sentence, predictions[i]!));
      show(partsSoFar());
    } catch {
      // A crash shows with the next keystroke.
    }
  }

  return { score, forget: () => known.clear() };
}
