import { FLAGS } from '../core/runs.ts';
import type { ScoreBlock, SourceBlock } from '../storage/runs-db.ts';

export interface Prediction {
  /** [labels of the run] */
  probabilities: ArrayLike<number>;
  tokens: number;
  windows: number;
}

/** @param labels how many the run has */
export function emptyScores({ run, block, texts }: SourceBlock, labels: number): ScoreBlock {
  const rows = texts.length;
  return {
    run,
    block,
    probabilities: new Float32Array(rows * labels).fill(NaN),
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
  probabilitiesOf(scores, i).set(probabilities);
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

/** @returns a view of one row, in the order of the run's labels */
export function probabilitiesOf({ probabilities, tokens }: ScoreBlock, i: number): Float32Array {
  const labels = probabilities.length / tokens.length;
  return probabilities.subarray(i * labels, (i + 1) * labels);
}

function isScored(scores: ScoreBlock, i: number): boolean {
  return !Number.isNaN(probabilitiesOf(scores, i)[0]);
}
