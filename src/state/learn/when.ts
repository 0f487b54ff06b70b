import { AppError, toFailure } from '../../core/failure.ts';
import type { TypedJob } from '../../core/learn/when/read-job.ts';
import type { Scorer } from '../../core/scorer.ts';
import { summarize } from '../../core/stats.ts';
import { filesOf, keyOf, titleOf } from '../../models/chosen.ts';
import type { Running } from '../engine-state.ts';
import type { Store } from '../store.ts';
import type { Quick, When } from './when-state.ts';

interface Deps {
  store: Store;
  score: Scorer['score'];
  /** The bundled everyday reviews. Rejects with an AppError. */
  readReviews: () => Promise<readonly string[]>;
  now: () => number;
  /** ms since 1970 */
  today: () => number;
}

/** About three seconds in all; on a slow machine as long as the fewest take. */
const ALONE_MS = 1200;
const LIST_MS = 1800;
const FEWEST_ALONE = 20;
/** Texts of one request of the list. */
const PART = 8;

/** Bytes of all files of the model that answers. */
export const modelBytesOf = ({ model, dtype }: Running): number =>
  filesOf(model, dtype, '').reduce((sum, { bytes }) => sum + bytes, 0);

export function whenActions({ store, score, readReviews, now, today }: Deps) {
  const set = (change: Partial<When>) =>
    store.setState(({ when }) => ({ when: { ...when, ...change } }));
  let run = new AbortController();

  /** @returns ms of each review, one after the other */
  async function timeAlone(texts: readonly string[], options: ScoreWith): Promise<number[]> {
    const times: number[] = [];
    const end = now() + ALONE_MS;
    for (let i = 0; i < FEWEST_ALONE || now() < end; i++) {
      const start = now();
      await score([texts[i % texts.length]!], options);
      times.push(now() - start);
    }
    return times;
  }

  /** Each worker has a request under way until the time is up. */
  async function timeList(texts: readonly string[], workers: number, options: ScoreWith) {
    let next = 0;
    const start = now();
    const keepBusy = async () => {
      do {
        const part = Array.from({ length: PART }, () => texts[next++ % texts.length]!);
        await score(part, { ...options, priority: 'batch' });
      } while (now() < start + LIST_MS);
    };
    await Promise.all(Array.from({ length: workers }, keepBusy));
    return { listed: next, tookMs: now() - start };
  }

  /** Times reviews one by one, then a list, with the model in use; see Benchmark for the same with care. */
  async function measure() {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    const show = (quick: Quick) => {
      if (!signal.aborted) set({ quick });
    };
    show({ phase: 'waiting' });
    try {
      const texts = await readReviews();
      await score([texts[0]!], { signal }); // waits for a model, and warms it up
      const { running } = store.getState().engine;
      if (!running) throw new AppError({ code: 'cancelled', detail: 'the model went' });
      const workers = Math.max(1, running.workers.ready);
      const options = { signal, model: keyOf(running.model, running.dtype, running.engine) };
      show({ phase: 'running', part: 'alone' });
      const times = await timeAlone(texts, options);
      show({ phase: 'running', part: 'list' });
      const { listed, tookMs } = await timeList(texts, workers, options);
      const alone = times.reduce((sum, ms) => sum + ms, 0) / times.length / 1000;
      show({
        phase: 'done',
        result: {
          speeds: {
            alone,
            aloneP95: Math.max(alone, summarize(times).p95 / 1000),
            listed: ((tookMs / listed) * workers) / 1000,
            workers,
            modelBytes: modelBytesOf(running),
          },
          model: titleOf(running.model),
          device: running.device,
          alone: times.length,
          listed,
          measuredAt: today(),
        },
      });
    } catch (error) {
      show({ phase: 'failed', failure: toFailure(error, 'inference-failed') });
      run.abort(); // the requests still waiting
    }
  }

  return {
    measure,
    /** Gives up the measurement under way. */
    stop: () => {
      run.abort();
      set({ quick: { phase: 'none' } });
    },
    change: (change: Partial<TypedJob>) =>
      set({ job: { ...store.getState().when.job, ...change } }),
    choose: (choice: Partial<Pick<When, 'source' | 'engine'>>) => set(choice),
    typeSpeed: (change: Partial<When['typed']>) =>
      set({ typed: { ...store.getState().when.typed, ...change } }),
  };
}

type ScoreWith = { signal: AbortSignal; model: string };
