import { AppError } from '../core/failure.ts';
import type { Archive } from '../core/runs.ts';
import type { Answers } from '../core/wire.ts';
import type { RunsDb } from '../storage/runs-db.ts';

type Calls = 'benchmarks' | 'benchmark' | 'keepBenchmark' | 'removeBenchmark';

/** Kept benchmark runs: few, and each read whole. */
export const benchmarks = (db: RunsDb): Pick<Answers<Archive>, Calls> => ({
  async benchmarks() {
    const all = await db.benchmarks.toArray();
    return all
      .toSorted((a, b) => b.startedAt - a.startedAt)
      .map(({ id, name, startedAt, complete, engines }) => ({
        id,
        name,
        startedAt,
        complete,
        models: [...new Set(engines.map(({ title }) => title))],
      }));
  },
  async benchmark(id) {
    const found = await db.benchmarks.get(id);
    if (!found) throw new AppError({ code: 'run-missing', detail: `no benchmark ${id}` });
    return found;
  },
  keepBenchmark: (result) => db.benchmarks.put(result).then(() => undefined),
  removeBenchmark: (id) => db.benchmarks.delete(id).then(() => undefined),
});
