import type { Bencher, Crew, Rig } from '../core/bench/rig.ts';
import { AppError, toFailure, type Failure } from '../core/failure.ts';
import type { Calls } from '../core/protocol.ts';
import type { Connection } from './connect.ts';

const DONE: Failure = { code: 'cancelled', detail: 'the benchmark has ended' };

/** Texts that go together share one forward pass, as far as the engine pads: more cells than any batch has. */
const TOGETHER = 64 * 512;

/**
 * Workers of the benchmark's own.
 *
 * @param spawnScorer starts a worker that runs a model
 * @param spawnBencher starts one that runs a baseline
 */
export function createRig(
  spawnScorer: () => Connection<Calls>,
  spawnBencher: () => Connection<Bencher>,
): Rig {
  return {
    async fetch(files, options) {
      const connection = spawnScorer();
      try {
        return await connection.call('fetch', files, options);
      } finally {
        connection.end(DONE);
      }
    },

    async open(load, workers, signal) {
      const crew = Array.from({ length: workers }, spawnScorer);
      const close = () => crew.forEach((connection) => connection.end(DONE));
      return orClosed(close, signal, async (): Promise<Crew> => {
        const loadMs: number[] = [];
        // One after the other: no load disturbs another's time.
        for (const connection of crew) loadMs.push((await connection.call('load', load)).loadMs);
        return {
          loadMs,
          score: (worker, texts) =>
            crew[worker]!.call('score', {
              texts,
              batchTokens: texts.length === 1 ? 1 : TOGETHER, // alone, the windows of a long text go one by one
              pieces: false,
            }),
          tickMs: () => crew[0]!.call('tick', undefined),
          close,
        };
      });
    },

    async openBaseline(order, signal) {
      const connection = spawnBencher();
      const close = () => connection.end(DONE);
      return orClosed(close, signal, async () => {
        const { trainedOn, trainMs } = await connection.call('prepare', order);
        return {
          trainedOn,
          loadMs: [trainMs],
          score: (_worker, texts) => connection.call('score', texts),
          tickMs: () => connection.call('tick', undefined),
          close,
        };
      });
    },
  };
}

/** Closes what was opened if it can't be used, or is no longer wanted. */
async function orClosed<T>(close: () => void, signal: AbortSignal, open: () => Promise<T>) {
  signal.addEventListener('abort', close, { once: true });
  try {
    const opened = await open();
    signal.throwIfAborted();
    return opened;
  } catch (error) {
    close();
    throw new AppError(toFailure(error, 'inference-failed'));
  } finally {
    signal.removeEventListener('abort', close);
  }
}
