import type { Figures } from '../../core/bench/figures.ts';
import type { BenchResult } from '../../core/bench/result.ts';
import type { Rig, Surroundings } from '../../core/bench/rig.ts';
import type { Capabilities } from '../../core/capabilities.ts';
import type { Runtime, RuntimeName } from '../../core/runtime.ts';
import type { Archive } from '../../core/runs.ts';
import type { Asks } from '../../core/wire.ts';
import type { Store } from '../store.ts';

/** What a benchmark works with; each of its parts asks for what it needs of it. */
export interface BenchDeps {
  store: Store;
  rig: Rig;
  surroundings: Surroundings;
  findCapabilities: () => Promise<Capabilities>;
  archive: Pick<
    Asks<Archive>,
    'query' | 'rows' | 'benchmarks' | 'benchmark' | 'keepBenchmark' | 'removeBenchmark'
  >;
  /** In a worker: seconds of CPU. */
  figures: (result: BenchResult) => Promise<Figures>;
  runtimes: Record<RuntimeName, Runtime>;
  /** Absolute address of the folder of the bundled models. */
  modelBase: string;
  /** Our labelled reviews as text; rejects with an AppError. */
  fetchSample: (name: 'reviews.csv' | 'reviews-hard.csv', signal: AbortSignal) => Promise<string>;
  versions: BenchResult['versions'] & { vader: string };
  randomId: () => string;
  /** ms, steady, the clock that Surroundings.until goes by. */
  now: () => number;
  /** ms since 1970 */
  today: () => number;
  saveFile: (blob: Blob, name: string) => void;
}
