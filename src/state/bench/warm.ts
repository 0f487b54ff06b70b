import { createWarmUp } from '../../core/bench/warm-up.ts';
import { summarize } from '../../core/stats.ts';
import type { Cell, WarmUp } from '../../core/bench/result.ts';
import type { Crew } from '../../core/bench/rig.ts';
import { eachWorker } from './alone.ts';

/** Passes whose median is held against the one before. */
const PASSES = 3;
/** Length buckets of texts of any length: quarters, shortest first. */
const BUCKETS = 4;

/** A batch as large, and with texts as long, as timed ones will be. */
export interface WarmBatch {
  batchSize: number;
  /** Longest text of its bucket. */
  tokens: number;
  texts: readonly string[];
  /** Workers that will be given such batches. */
  workers: number;
}

/**
 * One batch for each (batch size, length bucket) of an engine's cells.
 *
 * @param tokens of each text
 * @param lengths of each text where they were made to lengths: each is a bucket; else there are quarters by tokens
 */
export function warmBatches(
  cells: readonly Cell[],
  texts: readonly string[],
  tokens: readonly number[],
  lengths: readonly number[] | undefined,
): WarmBatch[] {
  const buckets = bucketsOf(lengths ?? tokens, lengths !== undefined);
  const sizes = new Map<number, number>();
  for (const { batchSize, workers } of cells)
    sizes.set(batchSize, Math.max(workers, sizes.get(batchSize) ?? 0));
  return [...sizes].flatMap(([batchSize, workers]) =>
    buckets.map((bucket) => ({
      batchSize,
      workers,
      tokens: Math.max(...bucket.map((i) => tokens[i]!)),
      // From the long end: a warmed buffer serves all that is shorter. A small bucket goes round.
      texts: Array.from(
        { length: batchSize },
        (_, n) => texts[bucket.at(-1 - (n % bucket.length))!]!,
      ),
    })),
  );
}

function bucketsOf(lengths: readonly number[], fixed: boolean): number[][] {
  const order = lengths.map((_, i) => i).sort((a, b) => lengths[a]! - lengths[b]!);
  if (fixed)
    return [...new Set(lengths)].map((length) => order.filter((i) => lengths[i] === length));
  const cut = (n: number) => Math.round((n * order.length) / BUCKETS);
  return Array.from({ length: BUCKETS }, (_, n) => order.slice(cut(n), cut(n + 1)));
}

/** Repeats a batch until it is steady: on the first worker, whose times are kept, then on the others. */
export async function warmUp(
  crew: Crew,
  { batchSize, tokens, texts, workers }: WarmBatch,
  now: () => number,
  signal: AbortSignal,
): Promise<WarmUp> {
  const rule = createWarmUp();
  for (let done = false; !done;) {
    const times: number[] = [];
    while (times.length < PASSES) {
      signal.throwIfAborted();
      const from = now();
      await crew.score(0, texts);
      times.push(now() - from);
    }
    done = rule.add(summarize(times).median);
  }
  await eachWorker(workers, async (worker) => {
    if (worker === 0) return;
    for (let pass = 0; pass < PASSES; pass++) {
      signal.throwIfAborted();
      await crew.score(worker, texts);
    }
  });
  return { batchSize, tokens, mediansMs: [...rule.medians], settled: rule.settled };
}
