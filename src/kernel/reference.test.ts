import { Tokenizer } from '@huggingface/tokenizers';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Encoder } from './encoder.ts';
import { createEncoder } from './encoder.ts';
import { BUILDS } from './made-kernel.ts';

const read = (path: string) => readFileSync(`public/${path}`);
const json = (path: string) => JSON.parse(read(path).toString()) as unknown;

/** Every so-manieth review is scored: the whole takes minutes on a slow machine. */
const STEP = 8;
const LABELS = ['negative', 'neutral', 'positive'];

interface Review {
  id: string;
  label: string;
}

function reviews(name: string) {
  const { data } = Papa.parse<Review & { text: string }>(read(`samples/${name}`).toString(), {
    header: true,
    skipEmptyLines: true,
  });
  return data.filter((_, i) => i % STEP === 0);
}

const top = (logits: readonly number[]) => logits.indexOf(Math.max(...logits));

/** int8: what the library's engine reaches against the same reference; the models' cards. */
describe.each([
  ['sentiscope-base', { deviation: 0.0688, same: 0.965, everyday: 0.885 }],
  ['sentiscope-small', { deviation: 0.0519, same: 0.975, everyday: 0.85 }],
])('%s', (model, int8) => {
  const tokenizer = new Tokenizer(
    json(`models/${model}/tokenizer.json`) as object,
    json(`models/${model}/tokenizer_config.json`) as object,
  );
  const encode = (text: string) => [...tokenizer.encode(text).ids].slice(0, 512);
  const file = new Uint8Array(read(`models/${model}/onnx/model_quantized.onnx`));
  let encoders: Encoder[];
  beforeAll(async () => {
    encoders = await Promise.all(BUILDS.map((build) => createEncoder(file, build)));
  });

  it('is closer to full precision than the int8 session, and as often right', () => {
    const { logits } = json(`models/${model}/reference.json`) as {
      logits: Record<string, Record<string, number[]>>;
    };
    let [texts, deviation, same, everyday, everydayRight] = [0, 0, 0, 0, 0];
    for (const [name, expected] of Object.entries(logits)) {
      const chosen = reviews(name);
      const { logits: all } = encoders[0]!.forward(chosen.map(({ text }) => encode(text)));
      for (const [row, { id, label }] of chosen.entries()) {
        const actual = [...all.subarray(row * 3, row * 3 + 3)];
        texts += 1;
        deviation += actual.reduce((sum, x, k) => sum + Math.abs(x - expected[id]![k]!) / 3, 0);
        if (top(actual) === top(expected[id]!)) same += 1;
        if (name !== 'reviews.csv') continue;
        everyday += 1;
        if (LABELS[top(actual)] === label) everydayRight += 1;
      }
    }
    expect(texts).toBe(2000 / STEP);
    expect(deviation / texts).toBeLessThan(int8.deviation);
    expect(same / texts).toBeGreaterThanOrEqual(int8.same - 0.01); // of 250 texts, one is 0.4 %
    expect(everydayRight / everyday).toBeGreaterThan(int8.everyday - 0.03); // a sample: see docs/benchmarks.md for all
  });

  it('gives a text the same bits alone and in any company, in both builds', () => {
    const [longer, ...more] = reviews('reviews-hard.csv').map(({ text }) => encode(text));
    const long = Array.from({ length: 512 }, (_, i) => longer![i % longer!.length]!);
    const one = [101];
    const company = [one, ...more.slice(0, 12), long, ...more.slice(12, 20), long.slice(0, 77)];
    const [first, second] = encoders.map((encoder) =>
      encoder.forward(company, { embedding: true }),
    );
    expect(second).toEqual(first);
    for (const [row, sequence] of company.entries()) {
      if (row % 4 && sequence.length < 512) continue;
      const alone = encoders[0]!.forward([sequence]); // without the mean: the last layer takes its short way
      expect(alone.logits).toEqual(first!.logits.slice(row * 3, row * 3 + 3));
    }
  });

  it('refuses what it can’t compute', () => {
    const forward = (...sequences: number[][]) => encoders[0]!.forward(sequences);
    expect(() => forward([])).toThrow('a sequence of 0 tokens');
    expect(() => forward(Array<number>(513).fill(5))).toThrow('a sequence of 513 tokens');
    expect(() => forward([101, 30_522])).toThrow('no word has the id 30522');
  });
});

it('refuses another file', async () => {
  await expect(createEncoder(new Uint8Array())).rejects.toThrow('the model has no l0_f1_q');
});
