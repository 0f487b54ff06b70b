import { FLAGS } from '../core/runs.ts';
import type { ScoreBlock, SourceBlock } from '../storage/runs-db.ts';

export interface Prediction {
  /** [3] */
  probabilities: ArrayLike<number>;
  tokens: number;
  windows: number;
}

export function emptyScores({ run, block, texts }: SourceBlock): ScoreBlock {
  const rows = texts.length;
  return {
    run,
    block,
    probabilities: new Float32Array(rows * 3).fill(NaN),
    tokens: new Uint32Array(rows),
    windows: new Uint16Array(rows),
  };
}

/** @returns the rows to score, by text, in the order of the block */
export function waitingRows(
  { texts, flags }: SourceBlock,
  scores: ScoreBlock | undefined,
): Map<string, number[]> {
  const waiting = new Map<string, number[]>();
  texts.forEach((text, i) => {
    if (flags[i]! & FLAGS.empty || (scores && isScored(scores, i))) return;
    const rows = waiting.get(text);
    if (rows) rows.push(i);
    else waiting.set(text, [i]);
  });
  return waiting;
}

/** @param i row within the block */
export function fill(
  scores: ScoreBlock,
  i: number,
  { probabilities, tokens, windows }: Prediction,
) {
  scores.probabilities.set(probabilities, i * 3);
  scores.tokens[i] = tokens;
  scores.windows[i] = windows;
}

/** @returns rows that are scored or have nothing to score */
export function countDone({ flags }: SourceBlock, scores: ScoreBlock): number {
  let done = 0;
  flags.forEach((bits, i) => {
    if (bits & FLAGS.empty || isScored(scores, i)) done++;
  });
  return done;
}

function isScored({ probabilities }: ScoreBlock, i: number): boolean {
  return !Number.isNaN(probabilities[i * 3]);
}
