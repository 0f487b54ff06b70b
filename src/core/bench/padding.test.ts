import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paddingShare, strips } from './padding.ts';
import { roundBatches } from './rounds.ts';

const tokens = fc.array(fc.integer({ min: 2, max: 512 }), { minLength: 1, maxLength: 200 });
const batchSize = fc.integer({ min: 1, max: 64 });
const plan = fc.constantFrom('file' as const, 'sorted' as const);

it('is what fills texts up to the longest of their batch', () => {
  const list = strips([2, 8, 2, 8], 2, 'file');
  expect(list.map(({ padded }) => padded)).toEqual([16, 16]);
  expect(paddingShare(list)).toBeCloseTo(12 / 32);
  expect(paddingShare(strips([2, 8, 2, 8], 2, 'sorted'))).toBe(0);
});

it('keeps every text, and no batch is larger than it may be', () => {
  fc.assert(
    fc.property(tokens, batchSize, plan, (list, size, order) => {
      const all = strips(list, size, order);
      const lengths = all.flatMap((strip) => strip.lengths);
      expect(lengths.toSorted((a, b) => a - b)).toEqual(list.toSorted((a, b) => a - b));
      for (const strip of all) {
        expect(strip.texts).toBeLessThanOrEqual(size);
        expect(strip.padded).toBe(strip.lengths.length * Math.max(...strip.lengths));
      }
    }),
  );
});

it('is never more when sorted in whole batches, and none one by one', () => {
  fc.assert(
    fc.property(tokens, batchSize, (any, size) => {
      const list = any.slice(0, Math.floor(any.length / size) * size);
      const share = (order: 'file' | 'sorted') => paddingShare(strips(list, size, order));
      expect(share('sorted')).toBeLessThanOrEqual(share('file') + 1e-12);
      expect(paddingShare(strips(list, 1, 'file'))).toBe(0);
    }),
  );
});

it('draws the batches that are measured', () => {
  const list = Array.from({ length: 128 }, (_, i) => 5 + ((i * 31) % 70));
  for (const each of ['file', 'sorted'] as const) {
    const measured = [0, 1, 2, 3]
      .flatMap((round) =>
        roundBatches({ tokens: list, batchSize: 8, plan: each, perRound: 32, round }),
      )
      .map((batch) => batch.map((i) => list[i]!).join());
    const drawn = strips(list, 8, each).map(({ lengths }) => lengths.join());
    expect(measured.toSorted()).toEqual(drawn.toSorted());
  }
});
