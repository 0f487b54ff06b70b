import { useStore } from 'zustand';
import { store } from '../app.ts';
import type { AppState } from '../state/store.ts';

/** The part of the state that `select` picks; redraws only when it changes. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(store, select);
}
