import { AppError, toFailure } from '../core/failure.ts';
import { isUnderWay, speakerIn } from './engine-state.ts';
import type { AppState, Store } from './store.ts';

/**
 * Resolves with the first value that `find` has for the state: now, after a change, or when `signal` aborts. Rejects with an
 * AppError where it throws.
 */
export function until<T>(
  store: Store,
  find: (state: AppState) => T | undefined,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = () => {
      try {
        const found = find(store.getState());
        if (found === undefined) return;
        resolve(found);
      } catch (error) {
        reject(new AppError(toFailure(error, 'inference-failed')));
      }
      leave();
      signal?.removeEventListener('abort', look);
    };
    const leave = store.subscribe(look);
    signal?.addEventListener('abort', look);
    look();
  });
}

/** @returns whether a model answers; false once none is on its way any more, or `signal` aborts */
export const modelReady = (store: Store, signal: AbortSignal): Promise<boolean> =>
  until(
    store,
    ({ engine: { running, loading } }) => {
      if (signal.aborted) return false;
      if (running) return true;
      return isUnderWay(loading) ? undefined : false;
    },
    signal,
  );

/** Resolves once a model speaks, or none is on its way any more. */
export const firstSpeaker = (store: Store): Promise<true> =>
  until(store, ({ engine }) =>
    speakerIn(engine) || !isUnderWay(engine.loading) ? true : undefined,
  );
