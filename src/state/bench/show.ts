import type { BenchResult } from '../../core/bench/result.ts';
import { toFailure, type Failure } from '../../core/failure.ts';
import type { BenchDeps } from './deps.ts';

export interface Shown {
  /** Puts a result on show, at once; its figures follow. Resolves with them; never rejects. */
  show: (result: BenchResult, notKept?: Failure) => Promise<void>;
  /** Changes the name of the result on show, if it is this one. */
  rename: (id: string, name: string) => void;
  /** Resolves once no figures are being computed for the view. */
  settled: () => Promise<void>;
}

export function showActions({ store, figures }: Pick<BenchDeps, 'store' | 'figures'>): Shown {
  let computing: Promise<void> = Promise.resolve();

  const onShow = (id: string) => {
    const { bench } = store.getState();
    return bench.phase === 'done' && bench.result.id === id ? bench : undefined;
  };

  async function compute(result: BenchResult) {
    try {
      const found = await figures(result);
      const bench = onShow(result.id);
      if (bench) store.setState({ bench: { ...bench, figures: found } });
    } catch (error) {
      const failure = toFailure(error, 'worker-crashed');
      if (onShow(result.id)) store.setState({ bench: { phase: 'failed', failure } });
    }
  }

  return {
    show(result, notKept) {
      store.setState({ bench: { phase: 'done', result, figures: undefined, notKept } });
      computing = compute(result);
      return computing;
    },
    rename(id, name) {
      const bench = onShow(id);
      if (bench) store.setState({ bench: { ...bench, result: { ...bench.result, name } } });
    },
    settled: () => computing,
  };
}
