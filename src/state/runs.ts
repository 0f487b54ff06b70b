import { toFailure } from '../core/failure.ts';
import type { Archive } from '../core/runs.ts';
import type { Asks } from '../core/wire.ts';
import type { Store } from './store.ts';
import type { Runs, Comparing } from './runs-state.ts';

interface Deps {
  store: Store;
  archive: Pick<Asks<Archive>, 'list' | 'rename' | 'remove' | 'forget' | 'compare'>;
  /** Undefined where the browser has no such thing. */
  storage: StorageManager | undefined;
  /** Puts the open run away, if it is this one, before it is deleted. */
  close: () => Promise<void>;
}

export function runsActions({ store, archive, storage, close }: Deps) {
  let comparison = new AbortController();
  const set = (change: Partial<Runs>) =>
    store.setState(({ runs }) => ({ runs: { ...runs, ...change } }));

  async function refresh() {
    try {
      const { runs, predictions } = await archive.list(undefined);
      const list = runs.toSorted((a, b) => b.createdAt - a.createdAt);
      set({ list, predictions, failure: undefined });
    } catch (error) {
      set({ list: [], failure: toFailure(error, 'storage-forbidden') });
    }
    const estimate = await storage?.estimate?.().catch(() => undefined);
    const usage = estimate && { used: estimate.usage ?? 0, quota: estimate.quota ?? 0 };
    set({ usage, persisted: await storage?.persisted?.().catch(() => undefined) });
  }

  const then = (change: () => Promise<unknown>) => async () => {
    try {
      await change();
    } catch (error) {
      set({ failure: toFailure(error, 'storage-forbidden') });
      return;
    }
    await refresh();
  };

  function rename(run: string, name: string) {
    return then(() => archive.rename({ run, name }))();
  }

  async function remove(run: string) {
    const { scoring } = store.getState();
    if (scoring.phase === 'open' && scoring.run.id === run) await close();
    await then(() => archive.remove(run))();
  }

  /** Asks the browser not to clear what is kept by itself. Once in a visit at most; some browsers ask the user. */
  let asked = false;
  async function persist() {
    if (asked || !storage?.persist) return;
    asked = true;
    if (await storage.persisted().catch(() => true)) return;
    set({ persisted: await storage.persist().catch(() => false) });
  }

  async function compare(a: string, b: string) {
    comparison.abort();
    comparison = new AbortController();
    const { signal } = comparison;
    const show = (comparing: Comparing) => {
      if (!signal.aborted) set({ comparing });
    };
    show({ phase: 'running', a, b, rows: 0, total: 0 });
    try {
      const onProgress = (progress: { rows: number; total: number }) =>
        show({ phase: 'running', a, b, ...progress });
      show({ phase: 'done', comparison: await archive.compare({ a, b }, { onProgress, signal }) });
    } catch (error) {
      show({ phase: 'failed', failure: toFailure(error, 'run-missing') });
    }
  }

  function endComparison() {
    comparison.abort();
    set({ comparing: { phase: 'none' } });
  }

  const forget = then(() => archive.forget(undefined));
  return { refresh, rename, remove, forget, persist, compare, endComparison };
}
