import { describe, expect, it } from 'vitest';
import type { Encoder } from './library-engine.ts';
import { createTurns } from '../core/turns.ts';
import { score } from './score.ts';

const CLASSES = { classes: ['negative', 'neutral', 'positive'] } as const;
const { signal } = new AbortController();

/** One token per word, its id the number the word spells; logits [0, 0, mean of the ids]. Records each batch's shape. */
function fakeEncoder(logitsOf = (ids: readonly number[]) => [0, 0, mean(ids)]) {
  const shapes: number[][] = [];
  const encoder: Encoder = {
    maxTokens: 12,
    masksPadding: true,
    pads: true,
    encode: (text) => (text === '' ? [] : text.split(' ').map(Number)),
    wrap: (ids) => [101, ...ids, 102],
    pieces: (ids) => ids.map((id) => ({ id, text: String(id), special: id > 100 })),
    async forward(sequences) {
      shapes.push(sequences.map((ids) => ids.length));
      const logits = new Float32Array(sequences.flatMap((ids) => logitsOf(ids.slice(1, -1))));
      const embedding = new Float32Array(sequences.flatMap((ids) => [ids.length, mean(ids)]));
      return { logits, embedding, tapped: {} };
    },
  };
  return { encoder, shapes };
}

const mean = (ids: readonly number[]) => ids.reduce((sum, id) => sum + id, 0) / (ids.length || 1);
const order = (texts: string[], batchTokens = 1024) => ({ texts, batchTokens, pieces: true });

it('answers in the order of the texts, whatever the batches', async () => {
  const { encoder, shapes } = fakeEncoder();
  const texts = ['1 1 1 1', '2', '3 3', '4'];
  const { logits, tokens } = await score(encoder, CLASSES, order(texts, 6), signal);
  expect(texts.map((_, i) => logits[i * 3 + 2])).toEqual([1, 2, 3, 4]);
  expect([...tokens]).toEqual([6, 3, 4, 3]);
  expect(shapes).toEqual([[3, 3], [4], [6]]);
});

it('never pads for an encoder that would not mask it', async () => {
  const { encoder, shapes } = fakeEncoder();
  const texts = ['1', '2 2', '3', '4 4 4'];
  const { logits, paddedTokens, tokens } = await score(
    { ...encoder, masksPadding: false },
    CLASSES,
    order(texts),
    signal,
  );
  expect(shapes).toEqual([[3, 3], [4], [5]]);
  expect(texts.map((_, i) => logits[i * 3 + 2])).toEqual([1, 2, 3, 4]);
  expect(paddedTokens).toBe(tokens.reduce((sum, count) => sum + count));
});

it('counts padding', async () => {
  const { encoder } = fakeEncoder();
  const { paddedTokens } = await score(encoder, CLASSES, order(['1', '1 1 1']), signal);
  expect(paddedTokens).toBe(10);
});

it('counts no padding of an encoder that has none, and asks it for embeddings only where they are read', async () => {
  const { encoder } = fakeEncoder();
  const asked: (boolean | undefined)[] = [];
  const ragged: Encoder = {
    ...encoder,
    pads: false,
    forward: (sequences, wanted) => {
      asked.push(wanted?.embedding);
      return encoder.forward(sequences);
    },
  };
  const { paddedTokens } = await score(ragged, CLASSES, order(['1', '1 1 1']), signal);
  expect(paddedTokens).toBe(8);
  await score(ragged, CLASSES, { ...order(['1']), embeddings: true }, signal);
  expect(asked).toEqual([false, true]);
});

it('scores a long text in windows and averages them by tokens', async () => {
  const limit = 12 - 2;
  const words = [...Array<number>(limit).fill(1), ...Array<number>(300).fill(4)];
  const { encoder, shapes } = fakeEncoder();
  const { logits, windows, tokens } = await score(
    encoder,
    CLASSES,
    order([words.join(' ')], 1),
    signal,
  );
  expect(windows[0]).toBe(2);
  expect(shapes).toEqual([[157], [157]]);
  expect(tokens[0]).toBe(314);
  expect(logits[2]).toBeCloseTo((10 * 1 + 300 * 4) / 310, 5);
});

it('hands out the pieces, special ones marked', async () => {
  const { encoder } = fakeEncoder();
  const { pieces } = await score(encoder, CLASSES, order(['7']), signal);
  expect(pieces).toEqual([
    [
      { id: 101, text: '101', special: true },
      { id: 7, text: '7', special: false },
      { id: 102, text: '102', special: true },
    ],
  ]);
});

it('scores an empty text too', async () => {
  const { encoder } = fakeEncoder(() => [0, 1, 0]);
  const { probabilities, tokens } = await score(encoder, CLASSES, order(['']), signal);
  expect(tokens[0]).toBe(2);
  expect(probabilities[1]).toBeGreaterThan(0.5);
});

describe('nonsense from a session', () => {
  it.each([
    ['NaN', [NaN, 0, 1]],
    ['infinite', [0, Infinity, 1]],
    ['all equal', [2, 2, 2]],
    ['too many classes', [0, 1, 2, 3]],
  ])('is a failure, not a prediction: %s', async (_, logits) => {
    const { encoder } = fakeEncoder(() => logits);
    const answer = score(encoder, CLASSES, order(['1']), signal);
    await expect(answer).rejects.toMatchObject({ failure: { code: 'wrong-output' } });
  });
});

it('stops between two forward passes when the page has lost interest', async () => {
  const cancel = new AbortController();
  const { encoder, shapes } = fakeEncoder(() => {
    cancel.abort();
    return [0, 0, 1];
  });
  const answer = score(encoder, CLASSES, order(['1', '2 2'], 1), cancel.signal);
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  expect(shapes).toHaveLength(1);
});

describe('with a head of the user’s own', () => {
  // The embedding of the fake is [words, mean id].
  const head = {
    labels: ['short', 'long', 'odd', 'even'],
    weights: Float32Array.from([-1, 0, 1, 0, 0, 1, 0, -1]),
    bias: Float32Array.from([3, -3, 0, 1]),
  };
  const own = { ...CLASSES, head };

  it('answers from the embedding, in the head’s labels', async () => {
    const { encoder } = fakeEncoder();
    const texts = ['1', '2 2 2 2 2'];
    const { logits, probabilities } = await score(encoder, own, order(texts), signal);
    // The special tokens 101 and 102 are in it, too.
    const means = [(1 + 203) / 3, (10 + 203) / 7];
    const rows = means.flatMap((m, i) => [[3 - 3, 3 - 7][i]!, [3 - 3, 7 - 3][i]!, m, 1 - m]);
    rows.forEach((logit, i) => expect(logits[i]).toBeCloseTo(logit, 4));
    for (const row of [0, 1])
      expect(probabilities.slice(row * 4, row * 4 + 4).reduce((sum, p) => sum + p)).toBeCloseTo(
        1,
        5,
      );
  });

  it('averages the windows of a long text by their tokens, as its embedding is', async () => {
    const words = [...Array<number>(10).fill(1), ...Array<number>(300).fill(4)];
    const { encoder } = fakeEncoder();
    const { logits, embeddings, windows } = await score(
      encoder,
      own,
      { ...order([words.join(' ')], 1), embeddings: true },
      signal,
    );
    expect(windows[0]).toBe(2);
    const [length, id] = embeddings!;
    expect(logits[2]).toBeCloseTo(id!, 4);
    expect(logits[1]).toBeCloseTo(length! - 3, 4);
  });

  it('fails rather than answers for a model that gives no embedding', async () => {
    const { encoder } = fakeEncoder();
    const bare = {
      ...encoder,
      forward: async (ids: readonly (readonly number[])[]) => ({
        ...(await encoder.forward(ids)),
        embedding: undefined,
      }),
    };
    await expect(score(bare, own, order(['1']), signal)).rejects.toMatchObject({
      failure: { code: 'wrong-output' },
    });
  });
});

it('lets an urgent call in between two passes of a batch, and counts each one’s own time', async () => {
  const { encoder } = fakeEncoder();
  const passes: string[] = [];
  const slow: Encoder = {
    ...encoder,
    forward: async (sequences) => {
      passes.push(sequences.map((ids) => ids[1]).join(' '));
      const end = performance.now() + 3;
      while (performance.now() < end);
      return encoder.forward(sequences);
    },
  };
  const turns = createTurns();
  const [one, two, urgent] = [['1', '2', '3'], ['4', '5'], ['9']].map((texts, i) =>
    score(
      slow,
      CLASSES,
      { ...order(texts, 1), ...(i === 2 && { priority: 'live' }) },
      signal,
      turns,
    ),
  );
  const [first] = await Promise.all([one!, two, urgent]);
  expect(passes[0]).toBe('1');
  expect(passes.indexOf('9')).toBeLessThanOrEqual(1);
  expect(passes.toSorted()).toEqual(['1', '2', '3', '4', '5', '9']);
  expect(first.inferenceMs).toBeGreaterThanOrEqual(9);
  expect(first.waitMs).toBeGreaterThanOrEqual(3);
});

it('makes its passes short while somebody types, where that changes no answer', async () => {
  const { encoder, shapes } = fakeEncoder();
  const turns = createTurns();
  await score(encoder, CLASSES, { ...order(['7']), priority: 'live' }, signal, turns);
  const texts = ['1', '2', '3'];
  const { logits } = await score({ ...encoder, pads: false }, CLASSES, order(texts), signal, turns);
  await score(encoder, CLASSES, order(texts), signal, turns);
  expect(shapes).toEqual([[3], [3], [3], [3], [3, 3, 3]]);
  expect(texts.map((_, i) => logits[i * 3 + 2])).toEqual([1, 2, 3]);
});
