import { expect, it } from 'vitest';
import { scoreCascade } from './cascade.ts';
import type { Encoder } from './library-engine.ts';

const CLASSES = { classes: ['negative', 'neutral', 'positive'] } as const;

/** A text is numbers: its ids. The logits follow from the first one. Records how many texts came. */
function fake(logitsOf: (id: number) => number[]) {
  const seen: number[][] = [];
  let encoded = 0;
  const encoder: Encoder = {
    maxTokens: 512,
    masksPadding: true,
    pads: false,
    encode: (text) => {
      encoded += 1;
      return text.split(' ').map(Number);
    },
    wrap: (ids) => [101, ...ids, 102],
    pieces: () => [],
    async forward(sequences) {
      seen.push(...sequences.map((ids) => [...ids]));
      const logits = new Float32Array(sequences.flatMap((ids) => logitsOf(ids[1]!)));
      return { logits, embedding: undefined, tapped: {} };
    },
  };
  return { encoder, seen, encoded: () => encoded };
}

/** Sure of positive from 10 on, unsure of neutral below. */
const small = () => fake((id) => (id >= 10 ? [0, 1, 9] : [0.2, 0.4, 0]));
/** Negative up to 50, positive from there on. */
const accurate = () => fake((id) => (id < 50 ? [8, 0, 1] : [1, 0, 8]));

const { signal } = new AbortController();
const run = (
  encoders: { small: Encoder; accurate: Encoder },
  texts: string[],
  cascade: { under: number; check: number },
  when = signal,
) => scoreCascade(encoders, CLASSES, { texts, batchTokens: 64, pieces: false, cascade }, when);

it('sends on what the small model is unsure of, and only that', async () => {
  const [first, second] = [small(), accurate()];
  const encoders = { small: first.encoder, accurate: second.encoder };
  const texts = ['5 1', '70', '3', '12'];
  const scored = await run(encoders, texts, { under: 0.7, check: 0 });
  const label = (row: number) => {
    const p = scored.probabilities.subarray(row * 3, row * 3 + 3);
    return p.indexOf(Math.max(...p));
  };
  expect(texts.map((_, row) => label(row))).toEqual([0, 2, 0, 2]);
  expect(scored.logits[0]).toBe(8);
  expect(scored.logits[5]).toBe(9);
  expect(second.seen.map((ids) => ids[1]).sort()).toEqual([3, 5]);
  expect([...scored.tokens]).toEqual([4, 3, 3, 3]);
  expect(scored.cascade).toMatchObject({ texts: 4, sentOn: 2, tokens: 13, sentOnTokens: 7 });
});

it('tokenises each text once for both models', async () => {
  const [first, second] = [small(), accurate()];
  const encoders = { small: first.encoder, accurate: second.encoder };
  await run(encoders, ['5', '70'], { under: 0.7, check: 1 });
  expect(first.encoded() + second.encoded()).toBe(2);
});

it('checks some of the others, counts who agrees, and keeps the small model’s answer', async () => {
  const [first, second] = [small(), accurate()];
  const encoders = { small: first.encoder, accurate: second.encoder };
  const scored = await run(encoders, ['5', '20', '70', '71'], { under: 0.7, check: 1 });
  expect(scored.cascade).toMatchObject({ sentOn: 1, checked: 3, agreed: 2, checkedTokens: 9 });
  expect(scored.logits[5]).toBe(9); // of 20: positive, though the accurate model says negative
});

it('checks about the share asked for, and the same texts whatever their company', async () => {
  const texts = Array.from({ length: 400 }, (_, i) => String(10 + i));
  const encoders = () => ({ small: small().encoder, accurate: accurate().encoder });
  const checkedOf = async (some: string[]) =>
    (await run(encoders(), some, { under: 0.7, check: 0.25 })).cascade!.checked;
  const whole = await checkedOf(texts);
  expect(whole).toBeGreaterThan(70);
  expect(whole).toBeLessThan(130);
  const halves = [texts.slice(0, 200), texts.slice(200)].map((half) => checkedOf(half));
  expect((await Promise.all(halves)).reduce((sum, n) => sum + n)).toBe(whole);
});

it('answers alone where nothing is sent on, and takes an empty list', async () => {
  const second = accurate();
  const encoders = { small: small().encoder, accurate: second.encoder };
  const scored = await run(encoders, ['5', '70'], { under: 0, check: 0 });
  expect(scored.cascade).toMatchObject({ sentOn: 0, checked: 0 });
  expect(second.seen).toEqual([]);
  expect((await run(encoders, [], { under: 0.7, check: 1 })).cascade).toMatchObject({ texts: 0 });
});

it('stops between the models when the page has lost interest', async () => {
  const cancel = new AbortController();
  const first = fake(() => {
    cancel.abort();
    return [0.2, 0.4, 0];
  });
  const second = accurate();
  const encoders = { small: first.encoder, accurate: second.encoder };
  const answer = run(encoders, ['5'], { under: 0.7, check: 0 }, cancel.signal);
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  expect(second.seen).toEqual([]);
});
