import { toFailure } from '../core/failure.ts';
import { byFrequency } from '../core/analysis/tally.ts';
import { labelsOf, type Run } from '../core/runs.ts';
import { areSentiment } from '../core/sentiment.ts';
import type { Counting } from './results-state.ts';
import type { Scope } from './results-scope.ts';

/** Terms of larger runs are counted on request only: every text is read. */
export const COUNTED_BY_ITSELF = 50_000;

/** Nothing of it is left to score, or its user wants no more. */
const isSettled = (run: Run): boolean =>
  run.status !== 'open' || (run.read && run.done === run.rows);

export function termsActions({ archive, results, set, run, signal }: Scope) {
  let counting = new AbortController();

  /**
   * Counts the terms over what is scored so far; a count under way is given up.
   *
   * @param wanted of labels that are not sentiment, the one to set against the others; else the one before, or the most frequent
   */
  async function count(wanted?: string) {
    const open = run();
    if (!open) return;
    const label = wanted ?? usualLabel(open);
    counting.abort();
    counting = new AbortController();
    const either = AbortSignal.any([signal(), counting.signal]);
    const show = (terms: Counting) => {
      if (!either.aborted) set({ terms });
    };
    const { last } = results().terms;
    const at = { done: open.done, corrected: results().summary?.corrected ?? 0 };
    show({ phase: 'counting', rows: 0, total: open.rows, last });
    try {
      const terms = await archive.terms(
        { run: open.id, ...(label !== undefined && { label }) },
        {
          signal: either,
          onProgress: (progress) => show({ phase: 'counting', ...progress, last }),
        },
      );
      show({ phase: 'idle', last: { terms, ...at } });
    } catch (error) {
      show({ phase: 'failed', failure: toFailure(error, 'worker-crashed'), last });
    }
  }

  function usualLabel({ model }: Run): string | undefined {
    const labels = labelsOf(model);
    const { terms, summary } = results();
    if (areSentiment(labels)) return undefined;
    return terms.last?.terms.label ?? byFrequency(labels, summary?.counts ?? {})[0];
  }

  function stop() {
    counting.abort();
    set({ terms: { phase: 'idle', last: results().terms.last } });
  }

  /** For a run that is short and settled: counted without being asked, and again when it has changed. */
  function countIfSmall() {
    const open = run();
    const { terms, summary } = results();
    if (!open || !summary || terms.phase !== 'idle') return;
    const changed = terms.last?.done !== open.done || terms.last.corrected !== summary.corrected;
    if (changed && isSettled(open) && open.rows <= COUNTED_BY_ITSELF) void count();
  }

  return { count, stop, countIfSmall };
}
