import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { AppState } from '../state/store.ts';
import { addressOf, BATCH } from './batch/address.ts';
import { BENCHMARK } from './bench/address.ts';
import { LEARN } from './learn/address.ts';

export interface View {
  /** In the address, after the '#'. */
  path: string;
  title: string;
  Panel: LazyExoticComponent<ComponentType>;
  /** Where its link leads while the view has something open; else to the path. */
  addressIn?: (app: AppState) => string;
}

const live: View = {
  path: '/live',
  title: 'Live',
  Panel: lazy(() =>
    import('./live/LivePanel.tsx').then((module) => ({ default: module.LivePanel })),
  ),
};

const batch: View = {
  path: BATCH,
  title: 'Score a file',
  Panel: lazy(() =>
    import('./batch/BatchPanel.tsx').then((module) => ({ default: module.BatchPanel })),
  ),
  addressIn: ({ scoring }) => (scoring.phase === 'open' ? addressOf(scoring.run.id) : BATCH),
};

const benchmark: View = {
  path: BENCHMARK,
  title: 'Benchmark',
  Panel: lazy(() =>
    import('./bench/BenchPanel.tsx').then((module) => ({ default: module.BenchPanel })),
  ),
};

const learn: View = {
  path: LEARN,
  title: 'Learn',
  Panel: lazy(() =>
    import('./learn/LearnPanel.tsx').then((module) => ({ default: module.LearnPanel })),
  ),
};

/** Every view of the page, in the order of the navigation. */
export const views: readonly View[] = [live, batch, benchmark, learn];

/** @returns the view at a hash location such as "/batch?run=3"; Live where there is none */
export function viewAt(location: string): View {
  const path = location.split('?')[0];
  return views.find((view) => view.path === path) ?? live;
}
