import { cascadeFigures } from '../core/cascade.ts';
import { AppError, toFailure } from '../core/failure.ts';
import type { LoadOrder } from '../core/protocol.ts';
import type { Run } from '../core/runs.ts';
import type { Scorer } from '../core/scorer.ts';
import { nearestGate } from '../models/cascade.ts';
import { SMALL } from '../models/catalogue.ts';
import { filesOf, specOf } from '../models/chosen.ts';
import type { CascadeSettings, CascadeState, Companion } from './cascade-state.ts';
import { modelReady } from './until.ts';
import type { Store } from './store.ts';
import { verifyProbes } from './verify-probes.ts';

interface Deps {
  store: Store;
  scorer: Pick<Scorer, 'fetch' | 'score'>;
  /** Absolute address of the folder of the bundled models. */
  modelBase: string;
  keep: (settings: CascadeSettings) => void;
  /** Told when files may have come. */
  onKept: () => void;
}

/** The choice between exact scoring and a cascade, and the small model that the latter needs. */
export function cascadeActions({ store, scorer, modelBase, keep, onKept }: Deps) {
  let fetching = new AbortController();
  let waiting: Promise<unknown> = Promise.resolve();
  /** The same object for every run: a worker that has it does not load it again. */
  let ready: LoadOrder | undefined;
  let verified = false;

  const set = (change: Partial<CascadeState>) =>
    store.setState(({ cascade }) => ({ cascade: { ...cascade, ...change } }));

  function settle(change: Partial<CascadeSettings>) {
    set(change);
    const { on, under, cost } = store.getState().cascade;
    keep({ on, under, ...(cost !== undefined && { cost }) });
  }

  async function fetchFiles(signal: AbortSignal): Promise<LoadOrder> {
    if (ready) return ready;
    const show = (files: CascadeState['files']) => {
      if (!signal.aborted) set({ files });
    };
    show({ phase: 'fetching', progress: undefined });
    try {
      const { files } = await scorer.fetch(filesOf(SMALL, 'q8', modelBase), {
        onProgress: (progress) => show({ phase: 'fetching', progress }),
        signal,
      });
      signal.throwIfAborted();
      ready = { model: specOf(SMALL, 'wasm', modelBase, 'kernel'), files };
      show({ phase: 'ready' });
      return ready;
    } catch (error) {
      const failure = { ...toFailure(error, 'download-failed'), subject: SMALL.title };
      show({ phase: 'failed', failure });
      throw new AppError(failure);
    } finally {
      onKept();
    }
  }

  /** Fetches the small model ahead of a run, so that a fault shows before its start. */
  async function prepare() {
    fetching.abort();
    fetching = new AbortController();
    const { signal } = fetching;
    // The accurate model goes first: it answers live typing, too.
    if (!(await modelReady(store, signal))) return;
    await (waiting = fetchFiles(signal).catch(() => {})); // the state tells
  }

  async function choose(on: boolean) {
    settle({ on });
    if (on) return prepare();
    fetching.abort();
    if (!ready) set({ files: { phase: 'none' } });
  }

  const companion: Companion = async (signal) => {
    await waiting; // of what is fetched already, nothing is fetched twice
    const order = await fetchFiles(signal);
    if (verified) return order;
    const probes = await order.files['probes.json']!.text();
    // A gate that nothing falls under: every answer is the small model's.
    const cascade = { companion: order, under: 0, check: 0 };
    await verifyProbes(
      probes,
      (texts) => scorer.score(texts, { priority: 'detail', signal, cascade }),
      0, // the pool decides
      'q8',
    );
    verified = true;
    return order;
  };

  return {
    choose,
    prepare,
    companion,
    setGate: (under: number) => settle({ under: nearestGate(under) }),
    /** Takes the speeds of a finished run for the next one's estimate. */
    learn: ({ work: { cascade } }: Pick<Run, 'work'>) => {
      const cost = cascade && cascadeFigures(cascade).cost;
      if (cost !== undefined && cost >= 0.01 && cost <= 1) settle({ cost });
    },
  };
}
