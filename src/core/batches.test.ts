import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planBatches } from './batches.ts';
import { createPace, cutChunks, guessTokens } from './chunks.ts';

const lengths = fc.array(fc.integer({ min: 1, max: 512 }), { maxLength: 60 });
const budget = fc.integer({ min: 1, max: 2048 });

describe('planBatches', () => {
  it('covers every sequence exactly once', () => {
    fc.assert(
      fc.property(lengths, budget, (list, max) => {
        const covered = planBatches(list, max).flat();
        expect(covered.toSorted((a, b) => a - b)).toEqual(list.map((_, i) => i));
      }),
    );
  });

  it('keeps every batch of two or more within the tokens, padding included', () => {
    fc.assert(
      fc.property(lengths, budget, (list, max) => {
        for (const batch of planBatches(list, max)) {
          const longest = Math.max(...batch.map((i) => list[i]!));
          expect(batch.length === 1 || batch.length * longest <= max).toBe(true);
        }
      }),
    );
  });

  it('without padding, puts only equal lengths together and still covers all', () => {
    const short = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 60 });
    fc.assert(
      fc.property(short, budget, (list, max) => {
        const batches = planBatches(list, max, false);
        for (const batch of batches) expect(new Set(batch.map((i) => list[i])).size).toBe(1);
        expect(batches.flat().toSorted((a, b) => a - b)).toEqual(list.map((_, i) => i));
      }),
    );
  });

  it('pads no more than an obvious plan: sorted, each batch filled one by one', () => {
    const cells = (list: number[], batches: number[][]) =>
      batches.reduce((sum, b) => sum + b.length * Math.max(...b.map((i) => list[i]!)), 0);
    const obvious = (list: number[], max: number) => {
      const left = list.map((length, i) => ({ length, i })).sort((a, b) => a.length - b.length);
      const batches: number[][] = [];
      while (left.length > 0) {
        let size = 1;
        while (size < left.length && (size + 1) * left[size]!.length <= max) size += 1;
        batches.push(left.splice(0, size).map(({ i }) => i));
      }
      return batches;
    };
    fc.assert(
      fc.property(lengths, budget, (list, max) => {
        expect(cells(list, planBatches(list, max))).toBe(cells(list, obvious(list, max)));
      }),
    );
  });
});

describe('cutChunks', () => {
  const sizeOf = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + guessTokens(text), 0);
  const texts = fc.array(fc.string({ maxLength: 80 }));

  it('covers the list in order, with no run over the budget but a single text', () => {
    fc.assert(
      fc.property(texts, budget, fc.integer({ min: 1, max: 8 }), (texts, max, workers) => {
        const chunks = cutChunks(texts, max, workers);
        expect(chunks.flatMap(([from, to]) => texts.slice(from, to))).toEqual(texts);
        for (const [from, to] of chunks) {
          expect(to - from === 1 || sizeOf(texts.slice(from, to)) <= max).toBe(true);
        }
      }),
    );
  });

  it('leaves little for the end where several workers share it', () => {
    const texts = Array.from({ length: 400 }, (_, i) =>
      'a review of some words '.repeat(1 + (i % 8)),
    );
    const sizes = cutChunks(texts, 1300, 2).map(([from, to]) => sizeOf(texts.slice(from, to)));
    expect(Math.max(...sizes.slice(0, 5))).toBeGreaterThan(1200);
    expect(Math.max(...sizes.slice(-3))).toBeLessThanOrEqual(256);
    expect(sizes.length).toBeLessThan(20);
  });
});

it('learns the pace from what was measured, within its bounds', () => {
  const pace = createPace({ tokensPerMs: 2 });
  expect(pace.budget(100)).toBe(200);
  for (let i = 0; i < 50; i++) pace.learn(1000, 100);
  expect(pace.budget(100)).toBeCloseTo(1000, -1);
  for (let i = 0; i < 50; i++) pace.learn(1, 1000);
  expect(pace.budget(100)).toBe(64);
});
