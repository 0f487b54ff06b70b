import { guessTokens } from '../core/chunks.ts';
import type { Scorer } from '../core/scorer.ts';

/** Some texts of the file, as they were scored by one worker. */
export interface MeasuredPart {
  /** Tokens by the guess that the survey counts with. */
  guessed: number;
  tokens: number;
  /** Cells of the forward passes, padding included: what the time goes into. */
  paddedTokens: number;
  /** Tokenising and inference on the worker's clock. */
  ms: number;
}

export interface TimeEstimate {
  /** Tokens to score, the guess corrected by the sample. */
  tokens: number;
  /** By all workers together. */
  tokensPerSecond: number;
  lowSeconds: number;
  highSeconds: number;
}

const PARTS = 6;
/** However even the parts are: a long run meets other programs and a warm processor. */
const LEAST_SPREAD = 0.1;

/**
 * The time that a file will take, from a sample of it. The range is that of the parts, one of five left out at either
 * end: a single pause of the machine should not double it.
 * Padding counts as work in the sample but not in the file: a run sorts thousands of rows by length and has next to none.
 *
 * @param guessedTokens of all texts to score, by guessTokens
 * @param parts at least one, each with at least one token
 */
export function estimateTime(
  guessedTokens: number,
  parts: readonly MeasuredPart[],
  workers: number,
): TimeEstimate {
  const sum = (of: (part: MeasuredPart) => number) => parts.reduce((total, p) => total + of(p), 0);
  const tokens = guessedTokens * (sum((p) => p.tokens) / sum((p) => p.guessed));
  const perSecond = (cells: number, ms: number) => (1000 * workers * cells) / Math.max(ms, 0.1);
  const overall = perSecond(
    sum((p) => p.paddedTokens),
    sum((p) => p.ms),
  );
  const rates = parts.map((p) => perSecond(p.paddedTokens, p.ms)).sort((a, b) => a - b);
  const out = Math.floor(parts.length / 5);
  return {
    tokens: Math.round(tokens),
    tokensPerSecond: overall,
    lowSeconds: tokens / Math.max(rates.at(-1 - out)!, overall * (1 + LEAST_SPREAD)),
    highSeconds: tokens / Math.min(rates[out]!, overall * (1 - LEAST_SPREAD)),
  };
}

/** Deals texts into parts of about the same mix of lengths; none is empty. */
export function dealParts(texts: readonly string[], parts = PARTS): string[][] {
  const sorted = texts.toSorted((a, b) => a.length - b.length);
  const dealt = Array.from({ length: Math.min(parts, sorted.length) }, (): string[] => []);
  sorted.forEach((text, i) => dealt[i % dealt.length]!.push(text));
  return dealt;
}

/**
 * Scores the sample in parts, all workers at once as in a run. One text for each worker goes before and is not counted:
 * the first pass of a session is slower than those after it.
 */
export async function measureParts(
  score: Scorer['score'],
  sample: readonly string[],
  workers: number,
  signal: AbortSignal,
): Promise<MeasuredPart[]> {
  const options = { priority: 'detail', signal } as const;
  await Promise.all(sample.slice(0, workers).map((text) => score([text], options)));
  return Promise.all(
    dealParts(sample).map(async (texts) => {
      const { tokens, paddedTokens, tokenizeMs, inferenceMs } = await score(texts, options);
      return {
        guessed: texts.reduce((sum, text) => sum + guessTokens(text), 0),
        tokens: tokens.reduce((sum, n) => sum + n, 0),
        paddedTokens,
        ms: tokenizeMs + inferenceMs,
      };
    }),
  );
}
