import { toFailure } from '../core/failure.ts';
import type { Intake } from '../core/intake.ts';
import type { Scorer } from '../core/scorer.ts';
import type { Asks } from '../core/wire.ts';
import { estimateTime, measureParts } from './intake-estimate.ts';
import { labelsIn } from './intake-labels.ts';
import { withCounted } from './intake-mapping.ts';
import { draftIn, type Draft } from './intake-state.ts';
import type { Store } from './store.ts';

interface Deps {
  store: Store;
  importer: Pick<Asks<Intake>, 'survey'>;
  score: Scorer['score'];
}

/** What is found out about a draft while the user looks at it: its counts, and the time it will take. */
export function createCounting({ store, importer, score }: Deps) {
  /** Of the file at hand; the other two are for the newest count and the newest measurement of it. */
  let wanted = new AbortController().signal;
  let counting = new AbortController();
  let timing = new AbortController();

  const draft = () => draftIn(store.getState().intake);
  const setWhile = (signal: AbortSignal) => (change: Partial<Draft>) => {
    const current = draft();
    if (current && !signal.aborted) store.setState({ intake: { ...current, ...change } });
  };

  function stop() {
    counting.abort();
    timing.abort();
  }

  /**
   * Counts the whole file, then measures how long its texts take.
   *
   * @param about aborts once the file is no longer wanted
   */
  async function survey(about: AbortSignal) {
    stop();
    wanted = about;
    counting = new AbortController();
    const signal = AbortSignal.any([about, counting.signal]);
    const set = setWhile(signal);
    const current = draft();
    if (!current || current.rereading) return;
    set({ survey: { phase: 'none' }, estimate: { phase: 'none' } });
    if (current.mapping.text < 0) return;
    set({ survey: { phase: 'running', progress: undefined } });
    try {
      const { file, inspection, mapping: asked } = current;
      const counts = await importer.survey(
        { file, reading: inspection.reading, mapping: asked },
        { signal, onProgress: (progress) => set({ survey: { phase: 'running', progress } }) },
      );
      signal.throwIfAborted();
      // What was chosen while it counted stands.
      const mapping = withCounted(draft()!, counts.labels, labelsIn(store.getState()));
      set({ survey: { phase: 'done', survey: counts }, mapping });
      await measure();
    } catch (error) {
      set({ survey: { phase: 'failed', failure: toFailure(error, 'file-unreadable') } });
    }
  }

  /** Measures the model on texts of the file, once all its workers are there. */
  async function measure() {
    timing.abort();
    timing = new AbortController();
    const counted = draft()?.survey;
    if (counted?.phase !== 'done' || counted.survey.sample.length === 0) return;
    const { tokens, sample } = counted.survey;
    const signal = AbortSignal.any([wanted, timing.signal]);
    const set = setWhile(signal);
    const workers = store.getState().engine.running?.workers;
    const ready = workers?.ready ?? 0;
    if (ready === 0 || ready < workers!.wanted) return set({ estimate: { phase: 'waiting' } });
    set({ estimate: { phase: 'measuring' } });
    try {
      const parts = await measureParts(score, sample, ready, signal);
      set({ estimate: { phase: 'done', estimate: estimateTime(tokens, parts, ready) } });
    } catch (error) {
      set({ estimate: { phase: 'failed', failure: toFailure(error, 'inference-failed') } });
    }
  }

  // An estimate is for the model and the workers it was measured with.
  let measured = paceOf(store);
  store.subscribe(() => {
    const now = paceOf(store);
    if (now === measured) return;
    measured = now;
    if (!draft()?.starting) void measure();
  });

  return { survey, measure, stop };
}

/** Changes with what the speed depends on. */
function paceOf(store: Store): string | undefined {
  const { running } = store.getState().engine;
  if (!running) return undefined;
  const { ready, wanted } = running.workers;
  return [running.model.id, running.device, ready, wanted].join();
}
