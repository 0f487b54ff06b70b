import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { BenchSettings } from '../../core/bench/settings.ts';
import type { Row } from '../../core/runs.ts';
import { LABELS } from '../../core/sentiment.ts';
import { SMALL_SETTINGS } from './made-bench.ts';
import { benchTexts } from './texts.ts';

/** The texts that settings ask for, from our own files or a scored file of these rows. */
function read(change: Partial<BenchSettings>, rows: readonly Row[] = []) {
  const deps = {
    fetchSample: async (name: string) => readFileSync(`public/samples/${name}`, 'utf8'),
    archive: {
      query: async () => Uint32Array.from(rows, (_, i) => i),
      rows: async ({ rows: ids }: { rows: readonly number[] }) => ids.map((id) => rows[id]!),
    },
  };
  const { signal } = new AbortController();
  // Of the archive only these two calls are made.
  return benchTexts(deps as never, { ...SMALL_SETTINGS, ...change }, signal);
}

const row = (n: number, text: string, labelled = true): Row => ({
  row: n,
  text,
  cells: [text],
  flags: [],
  ...(labelled && { given: LABELS[n % 3]! }),
});
const rows = (count: number, labelled = true) =>
  Array.from({ length: count }, (_, n) => row(n, `text ${n}`, labelled));
const file = (count: number) => ({ kind: 'run', run: 'r', name: 'file', count }) as const;

describe('texts of our own', () => {
  it('keep the shares of the labels, whatever is drawn', async () => {
    const all = await read({ texts: { kind: 'everyday', count: 1000 } });
    const some = await read({ texts: { kind: 'everyday', count: 192 } });
    expect(some.texts).toHaveLength(192);
    expect(new Set(some.texts).size).toBe(192);
    for (const label of [0, 1, 2]) {
      const share = ({ given, texts }: typeof all) =>
        given.filter((each) => each === label).length / texts.length;
      expect(Math.abs(share(some) - share(all))).toBeLessThan(0.01);
    }
  });

  it('come in whole rounds, in no order of labels', async () => {
    const { texts, perRound, given } = await read({ texts: { kind: 'hard', count: 1000 } });
    expect(texts.length % perRound).toBe(0);
    expect(texts.length).toBeGreaterThan(1000 - perRound);
    const changes = given.filter((label, i) => i > 0 && label !== given[i - 1]).length;
    expect(changes).toBeGreaterThan(texts.length / 3);
  });

  it('make one round where fewer are wanted', async () => {
    const { texts } = await read({ batchSizes: [64], texts: { kind: 'everyday', count: 32 } });
    expect(texts).toHaveLength(128);
  });

  it('let a bag of words learn from the whole file', async () => {
    const { examples } = await read({ texts: { kind: 'everyday', count: 32 } });
    expect(examples).toHaveLength(1000);
    const made = { kind: 'tokens', lengths: [8] } satisfies BenchSettings['texts'];
    expect((await read({ texts: made, models: ['bag-of-words'] })).examples).toHaveLength(1000);
  });
});

describe('texts of a scored file', () => {
  it('are different and not empty, with the labels that it gives', async () => {
    const twice = [...rows(60), ...rows(60), row(120, ' '), row(121, '')];
    const { texts, given } = await read({ texts: file(64) }, twice);
    expect(texts).toHaveLength(32); // of 60, in rounds of 32
    expect(new Set(texts).size).toBe(32);
    expect(given).toEqual(texts.map((text) => Number(text.split(' ')[1]) % 3));
  });

  it('are drawn from all of it', async () => {
    const { texts } = await read({ texts: file(64) }, rows(10_000));
    expect(texts.some((text) => Number(text.split(' ')[1]) > 5000)).toBe(true);
  });

  it('are refused where there are too few', async () => {
    await expect(read({ texts: file(64) }, rows(31))).rejects.toMatchObject({
      failure: { code: 'bad-input', subject: 'A file with only 31 different texts' },
    });
    await expect(read({ texts: file(64), batchSizes: [64] }, rows(100))).rejects.toMatchObject({
      failure: { code: 'bad-input' },
    });
  });

  it('need labels only for a bag of words', async () => {
    const plain = rows(50, false);
    const { given } = await read({ texts: file(32) }, plain);
    expect(new Set(given)).toEqual(new Set([null]));
    const learning = read({ texts: file(32), models: ['bag-of-words'] }, plain);
    await expect(learning).rejects.toMatchObject({ failure: { code: 'bad-input' } });
  });
});
