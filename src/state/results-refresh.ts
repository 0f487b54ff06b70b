import { toFailure } from '../core/failure.ts';
import { latest } from '../core/latest.ts';
import type { Finder } from './results-find.ts';
import type { Scope } from './results-scope.ts';

/** Nobody reads figures that change faster. */
const LEAST_PAUSE_MS = 1000;
/** The archive spends at most a fifth of its time on figures while it is needed for storing predictions. */
const PAUSE_PER_WORK = 4;

/**
 * Summary and table anew while the run is scored: one refresh at a time, then a pause.
 *
 * @param onSummary called after each
 */
export function createRefresher(
  { archive, results, set, signal }: Scope,
  finder: Finder,
  onSummary: () => void,
) {
  let rest = new AbortController();

  const refresh = latest(async (signal: AbortSignal) => {
    const { run } = results();
    if (run === undefined || signal.aborted) return;
    rest = new AbortController();
    const start = performance.now();
    finder.repeat();
    try {
      const summary = await archive.summary(run, { signal });
      if (signal.aborted) return;
      set({ summary, failures: { ...results().failures, summary: undefined } });
      onSummary();
    } catch (error) {
      if (signal.aborted) return;
      const failure = toFailure(error, 'worker-crashed');
      set({ failures: { ...results().failures, summary: failure } });
    }
    const workMs = performance.now() - start + finder.lastMs();
    await pause(Math.max(LEAST_PAUSE_MS, PAUSE_PER_WORK * workMs), [signal, rest.signal]);
  });

  return {
    refresh: () => refresh(signal()),
    /** Without waiting for the pause to end: somebody has changed something and looks for it. */
    hurry: () => {
      rest.abort();
      refresh(signal());
    },
  };
}

/** Ends early when one of the signals aborts. */
function pause(ms: number, signals: AbortSignal[]): Promise<void> {
  const either = AbortSignal.any(signals);
  return new Promise((resolve) => {
    if (either.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      either.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    either.addEventListener('abort', end);
  });
}
