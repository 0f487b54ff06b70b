import { createPace, endOfChunk } from '../core/chunks.ts';
import { AppError, toFailure, type FailureCode } from '../core/failure.ts';
import { answeringKey, type Archive, type Run, type Step } from '../core/runs.ts';
import type { Scorer, ScoreOptions } from '../core/scorer.ts';
import type { Asks } from '../core/wire.ts';

interface Deps {
  archive: Pick<Asks<Archive>, 'todo' | 'keep'>;
  score: Scorer['score'];
}

interface Order {
  run: Pick<Run, 'id' | 'model'>;
  cascade?: ScoreOptions['cascade'];
  /** Waits until the block is stored; false where the file has ended before it. */
  hasBlock: (block: number) => Promise<boolean>;
  /** Told of every step once it is stored. */
  onStep: (step: Step) => void;
  signal: AbortSignal;
}

/** Parcels under way: while one is stored the workers have the other. */
const IN_FLIGHT = 2;
/** About this much work in a parcel: what a crash can cost, and how often the page is told. */
const PARCEL_MS = 700;
/** A laptop that slept between two parcels did not score meanwhile. */
const MOST_GAP_MS = 60_000;

/**
 * Scores every block of a run that is not scored yet, in order. Within a block texts are sorted by length, so that those
 * in one forward pass need little padding, and sent in parcels; each parcel is stored before it counts.
 *
 * @throws AppError of the first parcel that failed for good, or signal.reason; what was stored stays
 */
export async function scoreBlocks({ archive, score }: Deps, order: Order): Promise<void> {
  const { run, cascade, hasBlock, onStep } = order;
  const model = answeringKey(run.model);
  const failed = new AbortController();
  const signal = AbortSignal.any([order.signal, failed.signal]);
  const pace = createPace({ most: 131_072 });
  const inFlight = new Set<Promise<void>>();
  let lastAt = performance.now();

  async function parcel(block: number, texts: readonly string[]) {
    const options = { priority: 'batch', model, signal, ...(cascade && { cascade }) } as const;
    const scored = await retrying(() => score(texts, options));
    const now = performance.now();
    const activeMs = Math.min(now - lastAt, MOST_GAP_MS);
    lastAt = now;
    pace.learn(scored.paddedTokens, activeMs);
    const { probabilities, tokens, windows, paddedTokens } = scored;
    const kept = { run: run.id, block, texts, probabilities, tokens, windows, paddedTokens };
    const work = { activeMs, ...(scored.cascade && { cascade: scored.cascade }) };
    onStep(await retrying(() => archive.keep({ ...kept, ...work })));
  }

  function send(block: number, texts: readonly string[]) {
    const task: Promise<void> = parcel(block, texts)
      .catch((error: unknown) => failed.abort(error))
      .finally(() => inFlight.delete(task));
    inFlight.add(task);
  }

  try {
    for (let block = 0; await hasBlock(block); block++) {
      signal.throwIfAborted();
      const { texts, step } = await retrying(() => archive.todo({ run: run.id, block }));
      onStep(step);
      const sorted = texts.toSorted((a, b) => a.length - b.length);
      for (let from = 0; from < sorted.length;) {
        while (inFlight.size >= IN_FLIGHT) await Promise.race(inFlight);
        signal.throwIfAborted();
        const to = endOfChunk(sorted, from, pace.budget(PARCEL_MS));
        send(block, sorted.slice(from, to));
        from = to;
      }
    }
  } finally {
    await Promise.all(inFlight); // they don't reject
  }
  signal.throwIfAborted();
}

/** Faults that a fresh worker may not have; the pool and the archive start one by themselves. */
const PASSING: readonly FailureCode[] = ['worker-crashed', 'gpu-lost', 'out-of-memory'];

async function retrying<T>(task: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await task();
    } catch (error) {
      const failure = toFailure(error, 'inference-failed');
      if (attempt === 3 || !PASSING.includes(failure.code)) throw new AppError(failure);
    }
  }
}
