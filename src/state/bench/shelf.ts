import { readResult } from '../../core/bench/read-result.ts';
import type { BenchResult } from '../../core/bench/result.ts';
import { AppError, toFailure, type FailureCode } from '../../core/failure.ts';
import type { BenchDeps } from './deps.ts';
import type { Shown } from './show.ts';
import type { BenchActions, BenchShelf } from './state.ts';

type Calls =
  | 'refresh'
  | 'open'
  | 'rename'
  | 'remove'
  | 'importFiles'
  | 'compare'
  | 'clearCompared'
  | 'exportJson';
type Deps = Pick<BenchDeps, 'store' | 'archive' | 'figures' | 'saveFile'>;

/** Kept runs, and machines side by side. */
export function shelfActions(
  { store, archive, figures, saveFile }: Deps,
  shown: Shown,
): Pick<BenchActions, Calls> {
  const shelf = () => store.getState().benchShelf;
  const set = (change: Partial<BenchShelf>) =>
    store.setState(({ benchShelf }) => ({ benchShelf: { ...benchShelf, ...change } }));
  const refuse = (file: string, error: unknown, code: FailureCode) =>
    set({ refused: [...shelf().refused, { file, failure: toFailure(error, code) }] });

  async function refresh() {
    const saved = await archive.benchmarks(undefined).catch(() => []); // no storage: nothing is kept
    set({ saved });
  }

  async function add(result: BenchResult) {
    if (isCompared(result.id)) return;
    const found = await figures(result);
    if (!isCompared(result.id))
      set({ compared: [...shelf().compared, { result, figures: found }] });
  }

  const isCompared = (id: string) => shelf().compared.some(({ result }) => result.id === id);

  return {
    refresh,
    async open(id) {
      if (store.getState().bench.phase === 'running') return;
      try {
        const result = await archive.benchmark(id);
        if (store.getState().bench.phase !== 'running') await shown.show(result);
      } catch (error) {
        const failure = toFailure(error, 'run-missing');
        if (store.getState().bench.phase !== 'running')
          store.setState({ bench: { phase: 'failed', failure } });
      }
    },
    async rename(id, name) {
      shown.rename(id, name);
      set({
        compared: shelf().compared.map((one) =>
          one.result.id === id ? { ...one, result: { ...one.result, name } } : one,
        ),
      });
      try {
        await archive.keepBenchmark({ ...(await archive.benchmark(id)), name });
      } catch {
        // It was not kept, which the view has said; its name on show is changed.
      }
      await refresh();
    },
    async remove(id) {
      await archive.removeBenchmark(id).catch(() => {}); // the list shows that it is still there
      await refresh();
    },
    async importFiles(files) {
      for (const file of files) {
        try {
          await add(readResult(await readText(file), file.name));
        } catch (error) {
          refuse(file.name, error, 'bench-file');
        }
      }
    },
    async compare(id) {
      if (isCompared(id)) {
        set({ compared: shelf().compared.filter(({ result }) => result.id !== id) });
        return;
      }
      try {
        await add(await archive.benchmark(id));
      } catch (error) {
        const name = shelf().saved?.find((one) => one.id === id)?.name ?? id;
        refuse(name, error, 'run-missing');
      }
    },
    clearCompared: () => set({ compared: [], refused: [] }),
    exportJson() {
      const { bench } = store.getState();
      if (bench.phase !== 'done') return;
      const blob = new Blob([JSON.stringify(bench.result)], { type: 'application/json' });
      saveFile(blob, exportName(bench.result));
    },
  };
}

async function readText(file: File): Promise<string> {
  try {
    return await file.text();
  } catch (error) {
    throw new AppError({ ...toFailure(error, 'file-unreadable'), subject: file.name });
  }
}

/** "sentiscope-benchmark Room 12.json": named after the run, else by its day; without what file systems refuse. */
export function exportName({ name, startedAt }: Pick<BenchResult, 'name' | 'startedAt'>): string {
  const plain = name
    .replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 100);
  const day = new Date(startedAt).toISOString().slice(0, 10);
  return `sentiscope-benchmark ${plain || day}.json`;
}
