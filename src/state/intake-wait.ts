import { isUnderWay } from './engine-state.ts';
import type { Store } from './store.ts';

/** @returns whether a model answers; false once none is on its way any more, or `signal` aborts */
export function modelReady(store: Store, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      const { running, loading } = store.getState().engine;
      const over = running !== undefined || !isUnderWay(loading) || signal.aborted;
      if (over) resolve(running !== undefined && !signal.aborted);
      return over;
    };
    if (look()) return;
    const leave = store.subscribe(() => look() && leave());
    signal.addEventListener('abort', () => look() && leave(), { once: true });
  });
}
