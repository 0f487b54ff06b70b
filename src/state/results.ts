import type { Filter, Query, Run, SortBy } from '../core/runs.ts';
import { exportActions } from './results-export.ts';
import { createFinder } from './results-find.ts';
import { openedActions } from './results-opened.ts';
import { createRefresher } from './results-refresh.ts';
import { NO_RESULTS } from './results-state.ts';
import { termsActions } from './results-terms.ts';
import type { Store } from './store.ts';
import type { ResultsDeps, Scope } from './results-scope.ts';

/** Follows the run that is open: its summary, its table, one row of it, and what is written out of it. */
export function resultsActions({ store, ...deps }: ResultsDeps) {
  let span = new AbortController();
  let seen: Run | undefined;

  const scope: Scope = {
    ...deps,
    store,
    results: () => store.getState().results,
    set: (change) => store.setState(({ results }) => ({ results: { ...results, ...change } })),
    run: () => openRun(store),
    signal: () => span.signal,
  };
  const terms = termsActions(scope);
  const finder = createFinder(scope);
  const opened = openedActions(scope, (row) => {
    scope.set({ rows: new Map(scope.results().rows).set(row.row, row) });
    refresher.hurry();
  });
  const refresher = createRefresher(scope, finder, () => {
    terms.countIfSmall();
    void opened.reread();
  });

  function follow() {
    const run = openRun(store);
    const before = seen;
    seen = run;
    if (run?.id !== before?.id) {
      span.abort();
      span = new AbortController();
      finder.forget();
      store.setState({ results: { ...NO_RESULTS, run: run?.id, busy: run !== undefined } });
    }
    if (!run) return;
    if (before?.id !== run.id || hasTurned(run, before)) refresher.hurry();
    else if (run.done !== before.done || run.rows !== before.rows) refresher.refresh();
  }

  function change(change: Partial<Query>) {
    finder.ask({ ...scope.results().query, ...change });
  }

  store.subscribe(follow);
  follow();

  return {
    ...opened.actions,
    ...exportActions(scope),
    countTerms: terms.count,
    stopCounting: terms.stop,
    /** Tells which part of the table is on show, as positions [from, to) in `ids`. */
    show: finder.show,
    retry: refresher.hurry,
    setFilter: (filter: Filter) => change({ filter: withoutNothing(filter) }),
    /** Changes some conditions; undefined takes one back. */
    refine: (some: { [K in keyof Filter]?: Filter[K] | undefined }) =>
      change({ filter: withoutNothing({ ...scope.results().query.filter, ...some }) }),
    sortBy: (by: SortBy, descending: boolean) => change({ sort: { by, descending } }),
  };
}

function openRun(store: Store): Run | undefined {
  const { scoring } = store.getState();
  return scoring.phase === 'open' ? scoring.run : undefined;
}

/** The whole file is stored, or the run has ended or begun again: nobody should wait to see it. */
const hasTurned = (run: Run, before: Run): boolean =>
  run.read !== before.read || run.status !== before.status;

/** A condition that is empty is none: no label chosen means any label. */
function withoutNothing(filter: { [K in keyof Filter]?: Filter[K] | undefined }): Filter {
  const isSomething = ([, value]: [string, unknown]) =>
    value !== undefined &&
    !(Array.isArray(value) && value.length === 0) &&
    !(typeof value === 'string' && value.trim() === '');
  return Object.fromEntries(Object.entries(filter).filter(isSomething));
}
