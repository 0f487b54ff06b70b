import { toFailure } from '../../core/failure.ts';
import { headLogits, type Head } from '../../core/head.ts';
import { latest } from '../../core/latest.ts';
import { softmax } from '../../core/sentiment.ts';
import type { Store } from '../store.ts';
import type { createEmbeddings } from './embeddings.ts';
import type { Trial } from './train-state.ts';

interface Deps {
  store: Store;
  embedAll: ReturnType<typeof createEmbeddings>;
}

/** @returns P(label) by label, for one embedding */
export function askHead(head: Head, embedding: ArrayLike<number>): Record<string, number> {
  const shares = softmax(headLogits(head, embedding));
  return Object.fromEntries(head.labels.map((label, k) => [label, shares[k]!]));
}

/** Texts tried on the head just trained, before it is kept or chosen. */
export function trialActions({ store, embedAll }: Deps) {
  const set = (change: Partial<Trial>) =>
    store.setState(({ trial }) => ({ trial: { ...trial, ...change } }));

  const ask = latest(async () => {
    const { training, trial } = store.getState();
    const text = trial.typed;
    if (training.phase !== 'done') return;
    if (text.trim() === '') return set({ answer: undefined, failure: undefined });
    const { head } = training.result.trained;
    try {
      const { embeddings } = await embedAll(training.plan.encoder, [text]);
      set({ answer: { text, probabilities: askHead(head, embeddings) }, failure: undefined });
    } catch (error) {
      set({ failure: toFailure(error, 'inference-failed') });
    }
  });

  return {
    type: (typed: string) => {
      set({ typed });
      ask(undefined);
    },
    /** Asks again: another head answers now. */
    again: () => ask(undefined),
  };
}
