import { describe, expect, it } from 'vitest';
import type { Cell } from '../../core/bench/result.ts';
import { makeClock } from './made-clock.ts';
import { makeRig } from './made-rig.ts';
import { warmBatches, warmUp } from './warm.ts';

const cell = (batchSize: number, workers: number): Cell => ({
  id: `${batchSize} ${workers}`,
  engine: 'e',
  scenario: 'offline',
  workers,
  batchSize,
  plan: 'file',
});
const tokens = Array.from({ length: 40 }, (_, i) => 5 + ((i * 13) % 40));
const texts = tokens.map((count, i) => `text ${i} of ${count}`);

describe('what is warmed up', () => {
  it('is every batch size with texts of every quarter by length', () => {
    const cells = [cell(1, 1), cell(1, 2), cell(4, 1), cell(4, 1)];
    const batches = warmBatches(cells, texts, tokens, undefined);
    expect(batches.map(({ batchSize, tokens }) => [batchSize, tokens])).toEqual(
      [1, 4].flatMap((size) => [14, 24, 34, 44].map((longest) => [size, longest])),
    );
    expect(new Set(batches.map(({ batchSize, workers }) => [batchSize, workers].join()))).toEqual(
      new Set(['1,2', '4,1']),
    );
    expect(batches.every(({ batchSize, texts }) => texts.length === batchSize)).toBe(true);
  });

  it('goes round in a bucket with fewer texts than a batch', () => {
    const [shortest] = warmBatches([cell(64, 1)], texts, tokens, undefined);
    expect(shortest!.texts).toHaveLength(64);
    expect(new Set(shortest!.texts).size).toBe(10);
  });

  it('is one bucket for each length that texts were made to', () => {
    const lengths = texts.map((_, i) => (i < 20 ? 8 : 64));
    const batches = warmBatches([cell(2, 1)], texts, lengths, lengths);
    expect(batches.map(({ tokens }) => tokens)).toEqual([8, 64]);
  });
});

describe('warming up', () => {
  it('goes on until the first worker is steady, and reaches every worker', async () => {
    const clock = makeClock();
    const seen: string[] = [];
    const { rig } = makeRig(clock, ({ texts }) => seen.push(texts[0]!));
    const { signal } = new AbortController();
    const crew = await rig.open({ model: { id: 'm' } } as never, 3, signal); // a made rig asks for the id alone
    const batch = { batchSize: 1, tokens: 9, texts: ['one text'], workers: 3 };
    const { mediansMs, settled } = await warmUp(crew, batch, clock.now, signal);
    expect(mediansMs).toHaveLength(2);
    expect(settled).toBe(true);
    expect(seen).toHaveLength(2 * 3 + 2 * 3);
  });
});
