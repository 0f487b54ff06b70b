import { AppError, toFailure } from '../core/failure.ts';
import type { Row } from '../core/runs.ts';
import { createSentenceScorer } from './live-sentences.ts';
import { LONGEST_TEXT } from './live.ts';
import { weighWords, wordsToWeigh } from './live-why.ts';
import type { Opened } from './results-state.ts';
import type { Scope } from './results-scope.ts';

/**
 * One row in full.
 *
 * @param onCorrected given the row as it is now
 */
export function openedActions(
  { store, archive, predict, results, set, signal }: Scope,
  onCorrected: (row: Row) => void,
) {
  let opening = new AbortController();
  let weighing = new AbortController();
  const sentences = createSentenceScorer(predict);
  let answering = store.getState().engine.running;

  const change = (some: Partial<Opened>) => {
    const { opened } = results();
    if (opened) set({ opened: { ...opened, ...some } });
  };

  /** Sentences of another model's are of no use. */
  function forgetIfModelChanged() {
    const { running } = store.getState().engine;
    if (running?.model !== answering?.model || running?.device !== answering?.device)
      sentences.forget();
    answering = running;
  }

  /** Shows a row, then its sentences. */
  async function open(row: number) {
    const { run, ids, rows } = results();
    if (run === undefined) return;
    opening.abort();
    opening = new AbortController();
    const either = AbortSignal.any([signal(), opening.signal]);
    const place = ids?.indexOf(row) ?? -1;
    set({
      opened: {
        row,
        place: place < 0 ? undefined : place,
        found: rows.get(row),
        sentences: undefined,
        why: { phase: 'none' },
        correcting: false,
        failure: undefined,
      },
    });
    try {
      const found = rows.get(row) ?? (await archive.rows({ run, rows: [row] }))[0];
      if (either.aborted) return;
      if (!found) throw new AppError({ code: 'bad-input', detail: `no row ${row}` });
      change({ found });
      forgetIfModelChanged();
      if (found.text.length > LONGEST_TEXT) return; // hundreds of sentences: more than anyone reads
      await sentences.score(found.text, either, (parts) => {
        if (!either.aborted) change({ sentences: parts });
      });
    } catch (error) {
      if (!either.aborted) change({ failure: toFailure(error, 'worker-crashed') });
    }
  }

  /** The row that is open may have been scored meanwhile. */
  async function reread() {
    const { run, opened } = results();
    const found = opened?.found;
    if (run === undefined || !found || found.label || found.flags.includes('empty')) return;
    const [again] = await archive.rows({ run, rows: [found.row] }).catch(() => []); // it stays as it is
    if (again?.label && results().opened?.found === found) change({ found: again });
  }

  function close() {
    opening.abort();
    set({ opened: undefined });
  }

  /** To the next (1) or the previous (-1) row of the table, which may have closed up behind a corrected one. */
  async function step(by: 1 | -1) {
    const { opened, ids } = results();
    const row = opened && ids?.[placeAfter(opened, ids, by)];
    if (row !== undefined) await open(row);
  }

  /** @param label null takes the correction back */
  async function correct(row: number, label: string | null) {
    const { run } = results();
    if (run === undefined) return;
    const outer = signal();
    const isOpen = () => !outer.aborted && results().opened?.row === row;
    if (isOpen()) change({ correcting: true, failure: undefined });
    try {
      const found = await archive.correct({ run, row, label });
      if (outer.aborted) return;
      if (isOpen()) change({ found, correcting: false });
      onCorrected(found);
    } catch (error) {
      if (isOpen()) change({ correcting: false, failure: toFailure(error, 'worker-crashed') });
    }
  }

  /** Finds out what each word gives to the label, by the model that runs now. */
  async function explain() {
    const found = results().opened?.found;
    if (!found) return;
    const { text } = found;
    const words = wordsToWeigh(text);
    const variants = words.length;
    weighing.abort();
    weighing = new AbortController();
    const either = AbortSignal.any([signal(), opening.signal, weighing.signal]);
    const show = (why: Opened['why']) => {
      if (!either.aborted) change({ why });
    };
    show({ phase: 'running', text, variants });
    const start = performance.now();
    try {
      const whole = await predict(text, { priority: 'detail', signal: either });
      const weighed = await weighWords(text, words, whole, predict, either);
      const elapsedMs = performance.now() - start;
      show({ phase: 'done', text, label: whole.label, words: weighed, variants, elapsedMs });
    } catch (error) {
      show({ phase: 'failed', text, failure: toFailure(error, 'inference-failed') });
    }
  }

  /** Gives up an explanation that is under way, or puts a finished one away. */
  function stopExplaining() {
    weighing.abort();
    change({ why: { phase: 'none' } });
  }

  return { reread, actions: { open, close, step, correct, explain, stopExplaining } };
}

/** @returns the position in `ids`, which may lie outside it, of the row before or after the one that is open */
export function placeAfter({ row, place }: Opened, ids: Uint32Array, by: 1 | -1): number {
  const at = ids.indexOf(row);
  if (at >= 0) return at + by;
  if (place === undefined) return -1;
  return by === 1 ? place : place - 1; // the next one has moved up
}
