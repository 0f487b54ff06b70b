import type { Archive } from '../../core/runs.ts';
import type { Figures } from '../../core/bench/figures.ts';
import type { BenchResult } from '../../core/bench/result.ts';
import type { Store } from '../store.ts';

interface Deps {
  store: Store;
  archive: {
    [K in 'benchmarks' | 'benchmark']: (
      input: Archive[K]['input'],
    ) => Promise<Archive[K]['output']>;
  };
  /** Works out every figure from the samples; in a worker. */
  figures: (result: BenchResult) => Promise<Figures>;
}

export function measuredActions({ store, archive, figures }: Deps) {
  /** Reads the newest kept benchmark; without storage there is none. */
  async function refresh() {
    try {
      const [newest] = await archive.benchmarks(undefined);
      const known = store.getState().measured;
      if (!newest) return store.setState({ measured: { phase: 'none' } });
      if (known.phase === 'ready' && known.result.id === newest.id) return;
      const result = await archive.benchmark(newest.id);
      store.setState({ measured: { phase: 'ready', result, figures: await figures(result) } });
    } catch {
      store.setState({ measured: { phase: 'none' } });
    }
  }

  return { refresh };
}
