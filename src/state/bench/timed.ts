import type { Round, Sample } from '../../core/bench/result.ts';
import type { Crew } from '../../core/bench/rig.ts';
import type { Scored } from '../../core/protocol.ts';
import { eachWorker } from './alone.ts';

/** One request as it was met; turned into a Sample when nothing is being timed. Times of the page's clock. */
export interface Answered {
  /** When it was due: its round's start, or its arrival. */
  dueAt: number;
  sentAt: number;
  endedAt: number;
  worker: number;
  texts: readonly number[];
  scored: Scored;
}

export interface Timed {
  startedAt: number;
  endedAt: number;
  answers: Answered[];
}

/**
 * One cell's work in one round: each worker takes the next batch as soon as it is free.
 *
 * @param batches indices into `texts`
 * @throws signal.reason between two requests, when no worker is busy any more; AppError as scoring does
 */
export async function timeBatches(
  crew: Crew,
  workers: number,
  batches: readonly (readonly number[])[],
  texts: readonly string[],
  now: () => number,
  signal: AbortSignal,
): Promise<Timed> {
  const requests = batches.map((batch) => batch.map((i) => texts[i]!));
  const answers: Answered[] = [];
  let next = 0;
  const startedAt = now();
  await eachWorker(workers, async (worker) => {
    while (next < requests.length) {
      signal.throwIfAborted();
      const n = next++;
      const sentAt = now();
      const scored = await crew.score(worker, requests[n]!);
      const endedAt = now();
      answers.push({ dueAt: startedAt, sentAt, endedAt, worker, texts: batches[n]!, scored });
    }
  });
  return { startedAt, endedAt: now(), answers };
}

/** @param origin when the timed part of the run began. @param kind what ms and queueMs count from: see Sample */
export function sampleOf(
  { dueAt, sentAt, endedAt, worker, texts, scored }: Answered,
  round: number,
  origin: number,
  kind: 'single-stream' | 'offline' | 'server',
): Sample {
  return {
    round,
    atMs: sentAt - origin,
    ms: endedAt - (kind === 'server' ? dueAt : sentAt),
    queueMs: kind === 'single-stream' ? 0 : sentAt - dueAt,
    tokenizeMs: scored.tokenizeMs,
    inferenceMs: scored.inferenceMs,
    postprocessMs: scored.postprocessMs,
    worker,
    texts: [...texts],
    tokens: scored.tokens.reduce((sum, tokens) => sum + tokens, 0),
    paddedTokens: scored.paddedTokens,
  };
}

export const roundOf = ({ startedAt, endedAt, answers }: Timed, round: number): Round => ({
  round,
  reviews: answers.reduce((sum, { texts }) => sum + texts.length, 0),
  wallMs: endedAt - startedAt,
});
