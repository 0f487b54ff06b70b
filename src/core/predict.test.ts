import { describe, expect, it } from 'vitest';
import { AppError } from './failure.ts';
import { createPredict } from './predict.ts';
import type { Timed } from './scorer.ts';
import { LABELS } from './sentiment.ts';

/** Answers each text by its length: a row of [0.1, 0.2, 0.7] turned by it. */
const score = async (texts: readonly string[]): Promise<Timed> => ({
  probabilities: Float32Array.from(texts.flatMap(({ length }) => rowOf(length))),
  logits: Float32Array.from(texts.flatMap(({ length }) => [length, 1, 2, 3])),
  tokens: Uint32Array.from(texts, ({ length }) => length + 2),
  windows: Uint16Array.from(texts, () => 1),
  paddedTokens: 0,
  tokenizeMs: 0,
  inferenceMs: 0,
  postprocessMs: 0,
  queueMs: 0,
  roundTripMs: 0,
});
const rowOf = (turn: number) => [0, 1, 2].map((i) => [0.7, 0.2, 0.1][(i + turn) % 3]!);
const predict = createPredict(score, () => ({ labels: LABELS, uncertainBelow: 0.6 }));
/** As a caller without TypeScript. */
const anyPredict = predict as (input: unknown) => Promise<unknown>;

describe('predict', () => {
  it('gives one prediction for one text', async () => {
    const prediction = await predict('abc');
    expect(prediction).toMatchObject({
      label: 'negative',
      uncertain: false,
      tokens: 5,
      windows: 1,
    });
    expect(prediction.confidence).toBeCloseTo(0.7);
    expect(prediction.probabilities.neutral).toBeCloseTo(0.2);
    expect(prediction.logits).toEqual([3, 1, 2, 3]);
  });

  it('gives a list for a list, in the same order', async () => {
    const predictions = await predict(['abc', 'a', 'ab']);
    expect(predictions.map(({ label }) => label)).toEqual(['negative', 'positive', 'neutral']);
    expect(predictions.map(({ tokens }) => tokens)).toEqual([5, 3, 4]);
  });

  it('gives an empty list for an empty list, and asks nobody', async () => {
    const silent = createPredict(
      () => Promise.reject(new Error('asked')),
      () => ({ labels: LABELS, uncertainBelow: 0 }),
    );
    expect(await silent([])).toEqual([]);
  });

  it('calls a low confidence uncertain', async () => {
    const strict = createPredict(score, () => ({ labels: LABELS, uncertainBelow: 0.8 }));
    expect((await strict('abc')).uncertain).toBe(true);
  });

  it.each([
    [5, 'the number 5', 'predict("5")'],
    [true, 'the boolean true', 'predict("true")'],
    [null, 'null', 'predict("Lovely soup.")'],
    [undefined, 'undefined', 'predict("Lovely soup.")'],
    [new Date(0), 'an object (Date)', 'predict("Lovely soup.")'],
    [Object.create(null), 'an object (Object)', 'predict("Lovely soup.")'],
    [() => 1, 'a function', 'predict("Lovely soup.")'],
    [['ok', 7], 'item 1 is the number 7', 'list.map(String)'],
  ])('says what came, what is expected and how to fix it: %s', async (input, came, fix) => {
    const error = await anyPredict(input).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect((error as TypeError).message).toContain(came);
    expect((error as TypeError).message).toContain(fix);
  });

  it('passes a failure on', async () => {
    const broken = createPredict(
      () => Promise.reject(new AppError({ code: 'worker-crashed', detail: '' })),
      () => ({ labels: LABELS, uncertainBelow: 0 }),
    );
    await expect(broken('x')).rejects.toMatchObject({ failure: { code: 'worker-crashed' } });
  });
});
