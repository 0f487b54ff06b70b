import { STOP, wordsOf } from '../core/analysis/words.ts';
import type { Scored } from '../core/protocol.ts';

/** @returns P(negative), P(neutral), P(positive) of a text */
export type Judge = (text: string) => readonly number[];

/** Answers as a scorer does. Tokens are words, and logits the probabilities themselves: a baseline has neither. */
export function scoreAll(judge: Judge, texts: readonly string[]): Scored {
  const start = performance.now();
  const probabilities = Float32Array.from(texts.flatMap(judge));
  const inferenceMs = performance.now() - start;
  const tokens = Uint32Array.from(texts, (text) =>
    Math.max(1, wordsOf(text).filter((word) => word !== STOP).length),
  );
  return {
    probabilities,
    logits: probabilities.slice(),
    tokens,
    windows: new Uint16Array(texts.length).fill(1),
    paddedTokens: tokens.reduce((sum, count) => sum + count, 0),
    tokenizeMs: 0,
    inferenceMs,
    postprocessMs: 0,
  };
}
