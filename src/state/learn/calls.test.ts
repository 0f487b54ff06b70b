import { expect, it } from 'vitest';
import { AppError } from '../../core/failure.ts';
import { createPredict } from '../../core/predict.ts';
import type { ScoreOptions, Timed } from '../../core/scorer.ts';
import { LABELS } from '../../core/sentiment.ts';
import { createAppStore } from '../store.ts';
import { callsActions } from './calls.ts';

/** Calls positive whatever it is given. */
const cheerful = async (texts: readonly string[]): Promise<Timed> => ({
  probabilities: Float32Array.from(texts.flatMap(() => [0.1, 0.2, 0.7])),
  logits: Float32Array.from(texts.flatMap(() => [-1, 0, 1])),
  tokens: Uint32Array.from(texts, () => 4),
  windows: Uint16Array.from(texts, () => 1),
  paddedTokens: 4 * texts.length,
  tokenizeMs: 0,
  inferenceMs: 0,
  postprocessMs: 0,
  queueMs: 0,
  roundTripMs: 0,
});

function makeCalls(score: (texts: readonly string[], options?: ScoreOptions) => Promise<Timed>) {
  const store = createAppStore();
  const predict = createPredict(score, () => ({ labels: LABELS, uncertainBelow: 0 }));
  const calls = callsActions({ store, predict, now: () => 0 });
  const newest = () => store.getState().calls.entries[0]!;
  return { calls, store, newest };
}

it('gives a list for a list, one for one, and the error of predict itself for a number', async () => {
  const { calls, newest } = makeCalls(cheerful);
  await calls.again('predict(["a", "b"])');
  expect(newest().outcome).toMatchObject({
    phase: 'answered',
    answer: [{ label: 'positive' }, { label: 'positive' }],
  });
  await calls.again('predict("a")');
  expect(newest().outcome).toMatchObject({ phase: 'answered', answer: { label: 'positive' } });
  await calls.again('predict(5)');
  expect(newest().outcome).toEqual({
    phase: 'thrown',
    name: 'TypeError',
    message:
      'predict got the number 5, but takes a text or a list of texts. ' +
      'Put it in quotes to score it as a text: predict("5").',
  });
});

it('keeps the twenty newest calls, numbered', async () => {
  const { calls, store } = makeCalls(cheerful);
  for (let i = 0; i < 25; i++) await calls.again(`predict(${i})`);
  expect(store.getState().calls.entries.map(({ number }) => number)).toEqual(
    Array.from({ length: 20 }, (_, i) => 25 - i),
  );
});

it('hands nothing to predict that it cannot read, or that is too long', async () => {
  const { calls, newest } = makeCalls(() => Promise.reject(new Error('asked')));
  await calls.again('alert(1)');
  expect(newest().outcome).toMatchObject({ phase: 'unread', at: 0 });
  await calls.again(`predict([${'"a",'.repeat(201)}])`);
  expect(newest().outcome).toEqual({ phase: 'too-many', texts: 201 });
});

it('waits for a model, and can be stopped', async () => {
  const { calls, newest } = makeCalls(
    (_texts, options) =>
      new Promise((_resolve, reject) =>
        options?.signal?.addEventListener('abort', () =>
          reject(new AppError({ code: 'cancelled', detail: 'stopped' })),
        ),
      ),
  );
  const called = calls.again('predict("a")');
  expect(newest().outcome).toEqual({ phase: 'waiting' });
  calls.stop();
  await called;
  expect(newest().outcome).toMatchObject({ phase: 'failed', failure: { code: 'cancelled' } });
});

it('calls both ways with the same text, and draws only the newest comparison', async () => {
  const { calls, store } = makeCalls(cheerful);
  await Promise.all([calls.compare('old'), calls.compare('new')]);
  expect(store.getState().calls.pair).toMatchObject({
    text: 'new',
    list: { answer: [{ label: 'positive' }] },
    one: { answer: { label: 'positive' } },
  });
});
