import { toFailure } from '../../core/failure.ts';
import { growList } from '../../core/learn/lens/grown-list.ts';
import type { Studio } from '../../core/learn/studio.ts';
import type { Scorer } from '../../core/scorer.ts';
import { summarize } from '../../core/stats.ts';
import { titleOf } from '../../models/chosen.ts';
import type { Store } from '../store.ts';
import { lookedInto, textsOf } from './lens.ts';
import type { Grown } from './lens-state.ts';

interface Deps {
  store: Store;
  studio: Studio;
  score: Scorer['score'];
  /** The bundled everyday reviews. Rejects with an AppError. */
  readReviews: () => Promise<readonly string[]>;
  now: () => number;
}

/** Texts handed to the workers at a time: how often the count of those done can move. */
const PART = 50;
/** Single texts timed for the real-time side; the median counts. */
const ALONE_TIMES = 9;

/** The slider that grows a list, and the clock beside it. */
export function grownActions({ store, studio, score, readReviews, now }: Deps) {
  const set = (change: Partial<Grown>) =>
    store.setState(({ grown }) => ({ grown: { ...grown, ...change } }));
  let run = new AbortController();

  async function listOf(size: number): Promise<string[]> {
    return growList(textsOf(store.getState().lens.typed), await readReviews(), size);
  }

  /** Counts the tokens of all texts that a list can hold; the list of any size follows from them. */
  async function count() {
    try {
      const own = textsOf(store.getState().lens.typed);
      const texts = await listOf(own.length + (await readReviews()).length);
      const tokens = await studio.count(lookedInto(store.getState()), texts);
      set({ tokens });
    } catch (error) {
      set({ run: { phase: 'failed', failure: toFailure(error, 'inference-failed') } });
    }
  }

  /** Really scores the list with the model in use, and a text alone, and times both. */
  async function measure() {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    const { size } = store.getState().grown;
    const show = (next: Grown['run']) => {
      if (!signal.aborted) set({ run: next });
    };
    show({ phase: 'running', size, done: 0 });
    try {
      const list = await listOf(size);
      await score([list[0]!], { signal }); // waits for a model, and warms it up
      const aloneMs: number[] = [];
      for (let i = 0; i < ALONE_TIMES; i++) {
        const text = list[i % list.length]!;
        const start = now();
        await score([text], { signal });
        aloneMs.push(now() - start);
      }
      let done = 0;
      const start = now();
      const parts = Array.from({ length: Math.ceil(size / PART) }, (_, i) =>
        score(list.slice(i * PART, (i + 1) * PART), { priority: 'batch', signal }).then((part) => {
          done += part.tokens.length;
          show({ phase: 'running', size, done });
        }),
      );
      await Promise.all(parts);
      const { running } = store.getState().engine;
      const engine = running ? `${titleOf(running.model)}, ${running.device}` : '';
      show({
        phase: 'done',
        size,
        listMs: now() - start,
        aloneMs: summarize(aloneMs).median,
        engine,
      });
    } catch (error) {
      show({ phase: 'failed', failure: toFailure(error, 'inference-failed') });
      run.abort(); // the parts still waiting
    }
  }

  return {
    count,
    measure,
    /** @param size 1 to 10,000 */
    grow: (size: number) => set({ size }),
    /** Gives up the measurement under way. */
    stop: () => {
      run.abort();
      set({ run: { phase: 'none' } });
    },
  };
}
