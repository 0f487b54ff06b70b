import type { Crew } from '../../core/bench/rig.ts';
import { LABELS, topLabel } from '../../core/sentiment.ts';
import type { LabelIndex } from './given.ts';

/** What an engine says of each text by itself: what timed answers are held against. */
export interface Alone {
  /** Row-major [texts, 3]. */
  probabilities: Float32Array;
  labels: LabelIndex[];
  /** Special ones included. */
  tokens: number[];
}

export const labelOf = (probabilities: Float32Array): LabelIndex =>
  LABELS.indexOf(topLabel(probabilities)) as LabelIndex;

/**
 * Scores every text by itself, untimed, spread over all of an engine's workers.
 *
 * @param onDone told after each text
 * @throws AppError as scoring does; an AbortError once `signal` aborts, when no worker is busy any more
 */
export async function scoreAlone(
  crew: Crew,
  texts: readonly string[],
  { onDone, signal }: { onDone: (done: number) => void; signal: AbortSignal },
): Promise<Alone> {
  const alone: Alone = {
    probabilities: new Float32Array(texts.length * 3),
    labels: new Array<LabelIndex>(texts.length),
    tokens: new Array<number>(texts.length),
  };
  let next = 0;
  let done = 0;
  await eachWorker(crew.loadMs.length, async (worker) => {
    while (next < texts.length) {
      signal.throwIfAborted();
      const i = next++;
      const scored = await crew.score(worker, [texts[i]!]);
      const row = scored.probabilities.subarray(0, 3);
      alone.probabilities.set(row, i * 3);
      alone.labels[i] = labelOf(row);
      alone.tokens[i] = scored.tokens[0]!;
      onDone(++done);
    }
  });
  return alone;
}

/** Runs `work` for each of so many workers side by side; a failure is passed on when all of them rest. */
export async function eachWorker(workers: number, work: (worker: number) => Promise<void>) {
  const ends = await Promise.allSettled(Array.from({ length: workers }, (_, w) => work(w)));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
