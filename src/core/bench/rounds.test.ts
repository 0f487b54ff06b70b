import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { cellOrder, perRound, roundBatches } from './rounds.ts';
import type { Cell } from './result.ts';

const order = fc.record({
  batchSize: fc.integer({ min: 1, max: 16 }),
  plan: fc.constantFrom('file' as const, 'sorted' as const),
  rounds: fc.integer({ min: 1, max: 6 }),
  seed: fc.integer(),
});

it('gives every text to every cell once before any comes again', () => {
  fc.assert(
    fc.property(order, ({ batchSize, plan, rounds, seed }) => {
      const size = perRound([batchSize]);
      const tokens = Array.from({ length: size * rounds }, (_, i) => 3 + (Math.abs(seed * i) % 50));
      const all = Array.from({ length: rounds }, (_, round) =>
        roundBatches({ tokens, batchSize, plan, perRound: size, round }),
      ).flat(2);
      expect(all.toSorted((a, b) => a - b)).toEqual(tokens.map((_, i) => i));
    }),
  );
});

it('starts over when the texts are used up', () => {
  const tokens = Array.from({ length: 64 }, (_, i) => i);
  const of = (round: number) =>
    roundBatches({ tokens, batchSize: 4, plan: 'sorted', perRound: 32, round });
  expect(of(2)).toEqual(of(0));
  expect(of(1)).not.toEqual(of(0));
});

it('keeps file order in file order', () => {
  const tokens = [5, 1, 4, 2, 3, 9, 8, 7].flatMap((n) => Array<number>(8).fill(n));
  const [first] = roundBatches({ tokens, batchSize: 4, plan: 'file', perRound: 32, round: 1 });
  expect(first).toEqual([32, 33, 34, 35]);
});

it('deals sorted batches so that rounds are nearly equal in tokens', () => {
  const tokens = Array.from({ length: 256 }, (_, i) => 5 + ((i * 37) % 90));
  const sums = [0, 1, 2, 3, 4, 5, 6, 7].map((round) =>
    roundBatches({ tokens, batchSize: 8, plan: 'sorted', perRound: 32, round })
      .flat()
      .reduce((sum, i) => sum + tokens[i]!, 0),
  );
  expect(Math.max(...sums) / Math.min(...sums)).toBeLessThan(1.1);
});

it('keeps rounds nearly equal in tokens for every batch size of the view', () => {
  const sizes = fc.constantFrom(2, 4, 8, 16, 32);
  fc.assert(
    fc.property(sizes, fc.integer({ min: 2, max: 8 }), fc.nat(), (batchSize, rounds, seed) => {
      const random = createRandom(seed);
      const tokens = Array.from({ length: 64 * rounds }, () => 5 + Math.floor(60 * random()));
      const sums = Array.from({ length: rounds }, (_, round) =>
        roundBatches({ tokens, batchSize, plan: 'sorted', perRound: 64, round })
          .flat()
          .reduce((sum, i) => sum + tokens[i]!, 0),
      );
      expect(Math.max(...sums) / Math.min(...sums)).toBeLessThan(1.15);
    }),
  );
});

it('has at least two batches of the largest size in a round', () => {
  expect(perRound([1, 4, 16])).toBe(32);
  expect(perRound([64, 1])).toBe(128);
  const tokens = Array.from({ length: 256 }, (_, i) => i % 60);
  for (const plan of ['file', 'sorted'] as const)
    expect(roundBatches({ tokens, batchSize: 64, plan, perRound: 128, round: 0 })).toHaveLength(2);
});

it('has exactly its texts in every round where the batch size divides them', () => {
  const tokens = Array.from({ length: 192 }, (_, i) => 3 + ((i * 13) % 80));
  for (const batchSize of [1, 2, 4, 8, 16])
    for (const plan of ['file', 'sorted'] as const)
      for (let round = 0; round < 7; round++) {
        const batches = roundBatches({ tokens, batchSize, plan, perRound: 32, round });
        expect(batches.flat()).toHaveLength(32);
      }
});

it('draws another order of the cells for each round, the same for the same seed', () => {
  const cells = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }) as Cell);
  const ids = (round: number, seed: number) => cellOrder(cells, round, seed).map(({ id }) => id);
  expect(ids(0, 1)).toEqual(ids(0, 1));
  expect(new Set([0, 1, 2, 3, 4].map((round) => ids(round, 1).join(''))).size).toBeGreaterThan(1);
  expect(ids(3, 1).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
});
