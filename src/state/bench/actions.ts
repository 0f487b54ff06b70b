import type { BenchResult } from '../../core/bench/result.ts';
import { DEFAULT_SETTINGS, type BenchSettings } from '../../core/bench/settings.ts';
import { AppError, toFailure, type Failure } from '../../core/failure.ts';
import { checkSettings } from './check-settings.ts';
import type { BenchDeps } from './deps.ts';
import { runBenchmark } from './run.ts';
import { shelfActions } from './shelf.ts';
import { showActions } from './show.ts';
import type { Bench, BenchActions } from './state.ts';

type Running = Extract<Bench, { phase: 'running' }>;

/** One benchmark at a time; what it found is kept, shown and then read (figures). */
export function benchActions(deps: BenchDeps): BenchActions {
  const { store, archive, today } = deps;
  /** Of the run under way. */
  let run: AbortController | undefined;
  const shown = showActions(deps);
  const shelf = shelfActions(deps, shown);

  const set = (bench: Bench) => store.setState({ bench });
  const update = (change: Partial<Pick<Running, 'step' | 'paused' | 'cancelling'>>) => {
    const { bench } = store.getState();
    if (bench.phase === 'running') set({ ...bench, ...change });
  };

  async function execute(given: unknown, guess: number | undefined): Promise<BenchResult> {
    if (run)
      throw new AppError({ code: 'bench-running', detail: 'one benchmark at a time is enough' });
    const { signal } = (run = new AbortController());
    try {
      const settings = checkSettings(given, store.getState().settings.model);
      const startedAt = today();
      const step = { kind: 'preparing' } as const;
      set({ phase: 'running', settings, startedAt, step, paused: false, cancelling: false });
      await shown.settled(); // the figures of the run before take a core
      const result = await runBenchmark(deps, {
        settings,
        guess,
        startedAt,
        onStep: (step) => update({ step }),
        onPause: (paused) => update({ paused }),
        signal,
      });
      const notKept = await keep(result);
      run = undefined;
      void shelf.refresh();
      await shown.show(result, notKept);
      return result;
    } catch (error) {
      const failure = toFailure(error, 'inference-failed');
      set(failure.code === 'cancelled' ? { phase: 'idle' } : { phase: 'failed', failure });
      throw new AppError(failure);
    } finally {
      run = undefined;
    }
  }

  /** @returns why it could not be kept, if so: it is shown, and can be exported, all the same */
  async function keep(result: BenchResult): Promise<Failure | undefined> {
    try {
      await archive.keepBenchmark(result);
      return undefined;
    } catch (error) {
      return toFailure(error, 'storage-forbidden');
    }
  }

  return {
    ...shelf,
    change: (settings) =>
      store.setState(({ benchSetup }) => ({
        benchSetup: { ...benchSetup, settings: { ...benchSetup.settings, ...settings } },
      })),
    guess: (guess) =>
      store.setState(({ benchSetup }) => ({ benchSetup: { ...benchSetup, guess } })),
    async start() {
      const { settings, guess } = store.getState().benchSetup;
      await execute(settings, guess).catch(() => {}); // what went wrong is on show
    },
    run: (settings: Partial<BenchSettings> = {}) =>
      execute({ ...DEFAULT_SETTINGS, ...settings }, undefined),
    cancel() {
      if (!run || run.signal.aborted) return;
      run.abort();
      update({ cancelling: true });
    },
    close() {
      if (!run) set({ phase: 'idle' });
    },
  };
}
