import { AppError, toFailure } from '../../core/failure.ts';
import { CallError } from '../../core/learn/calls/call-error.ts';
import { parseCall } from '../../core/learn/calls/parse-call.ts';
import type { Predict, Prediction } from '../../core/predict.ts';
import type { Store } from '../store.ts';
import {
  MOST_CALL_TEXTS,
  MOST_ENTRIES,
  type CallEntry,
  type Calls,
  type Outcome,
  type Pair,
} from './calls-state.ts';

interface Deps {
  store: Store;
  predict: Predict;
  now: () => number;
}

/** Calls of predict as they are typed: read as data, handed to the real predict, kept with what came of them. */
export function callsActions({ store, predict, now }: Deps) {
  const set = (change: Partial<Calls>) =>
    store.setState(({ calls }) => ({ calls: { ...calls, ...change } }));
  let run = new AbortController();
  let pairRun = new AbortController();

  /** Never rejects: what goes wrong is an outcome. @param value anything, as a user may type it */
  async function ask(value: unknown, signal: AbortSignal): Promise<Outcome> {
    if (Array.isArray(value) && value.length > MOST_CALL_TEXTS)
      return { phase: 'too-many', texts: value.length };
    const start = now();
    try {
      // predict checks what it is given; that is what this shows.
      const answer: Prediction | Prediction[] = await predict(value as string, { signal });
      return { phase: 'answered', answer, tookMs: now() - start };
    } catch (error) {
      if (error instanceof TypeError && !(error instanceof AppError))
        return { phase: 'thrown', name: error.name, message: error.message };
      return { phase: 'failed', failure: toFailure(error, 'inference-failed') };
    }
  }

  async function outcomeOf(source: string, signal: AbortSignal): Promise<Outcome> {
    try {
      return await ask(parseCall(source), signal);
    } catch (error) {
      if (error instanceof CallError)
        return { phase: 'unread', message: error.message, at: error.at };
      return { phase: 'failed', failure: toFailure(error, 'inference-failed') };
    }
  }

  async function call(source: string) {
    const { signal } = run;
    const { entries } = store.getState().calls;
    const entry: CallEntry = {
      number: (entries[0]?.number ?? 0) + 1,
      source,
      outcome: { phase: 'waiting' },
    };
    set({ entries: [entry, ...entries].slice(0, MOST_ENTRIES) });
    const outcome = await outcomeOf(source, signal);
    set({
      entries: store
        .getState()
        .calls.entries.map((one) => (one.number === entry.number ? { ...one, outcome } : one)),
    });
  }

  return {
    type: (typed: string) => set({ typed }),
    /** Runs what stands in the box. */
    run: () => call(store.getState().calls.typed.trim()),
    /** Puts an example, or an earlier call, into the box and runs it. */
    async again(source: string) {
      set({ typed: source });
      await call(source);
    },
    /** Gives up the calls under way. */
    stop: () => {
      run.abort();
      run = new AbortController();
    },
    /** Takes the finished calls away. */
    clear: () =>
      set({
        entries: store
          .getState()
          .calls.entries.filter(({ outcome }) => outcome.phase === 'waiting'),
      }),
    /** Calls predict with a list of one text and with that text. */
    async compare(text: string) {
      pairRun.abort();
      pairRun = new AbortController();
      const { signal } = pairRun;
      const waiting: Outcome = { phase: 'waiting' };
      set({ pair: { text, list: waiting, one: waiting } });
      const show = (change: Partial<Pair>) => {
        if (!signal.aborted) set({ pair: { ...store.getState().calls.pair, ...change } });
      };
      await Promise.all([
        ask([text], signal).then((list) => show({ list })),
        ask(text, signal).then((one) => show({ one })),
      ]);
    },
  };
}
