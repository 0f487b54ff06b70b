import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessTokens } from '../core/chunks.ts';
import type { Scorer, Timed } from '../core/scorer.ts';
import { dealParts, estimateTime, measureParts, type MeasuredPart } from './intake-estimate.ts';

const part = (
  ms: number,
  { tokens = 100, paddedTokens }: Partial<MeasuredPart> = {},
): MeasuredPart => ({
  guessed: 100,
  tokens,
  paddedTokens: paddedTokens ?? tokens,
  ms,
});

describe('estimateTime', () => {
  it('spans the fastest and the slowest part of the sample', () => {
    const estimate = estimateTime(10_000, [part(50), part(100), part(200)], 1);
    expect(estimate.lowSeconds).toBeCloseTo(5); // 2 tokens a ms
    expect(estimate.highSeconds).toBeCloseTo(20); // 0.5 tokens a ms
  });

  it('lets one pause in six parts not count', () => {
    const calm = Array.from({ length: 6 }, () => part(100));
    const paused = [...calm.slice(1), part(150)];
    expect(estimateTime(10_000, paused, 1).highSeconds).toBeLessThan(12.5);
  });

  it('leaves a range of a tenth each way where all parts are equal', () => {
    const estimate = estimateTime(10_000, [part(100), part(100)], 1);
    expect(estimate.lowSeconds).toBeCloseTo(10 / 1.1);
    expect(estimate.highSeconds).toBeCloseTo(10 / 0.9);
  });

  it('divides by the workers', () => {
    const one = estimateTime(10_000, [part(100)], 1);
    const four = estimateTime(10_000, [part(100)], 4);
    expect(four.highSeconds).toBeCloseTo(one.highSeconds / 4);
    expect(four.tokensPerSecond).toBeCloseTo(4000);
  });

  it('corrects the guessed tokens by those that the sample turned out to have', () => {
    expect(estimateTime(10_000, [part(100, { tokens: 150 })], 1).tokens).toBe(15_000);
  });

  it('does not charge the file for the padding of the sample', () => {
    const padded = estimateTime(10_000, [part(200, { paddedTokens: 200 })], 1);
    expect(padded.highSeconds).toBeCloseTo(estimateTime(10_000, [part(100)], 1).highSeconds);
  });

  it('stays finite where the clock saw nothing', () => {
    const { lowSeconds, highSeconds } = estimateTime(10, [part(0)], 1);
    expect(Number.isFinite(lowSeconds + highSeconds)).toBe(true);
  });
});

describe('dealParts', () => {
  it('deals every text once, with no empty part and sizes that differ by one at most', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 9 }), (texts, parts) => {
        const dealt = dealParts(texts, parts);
        expect(dealt.flat().toSorted()).toEqual(texts.toSorted());
        const sizes = dealt.map((part) => part.length);
        expect(dealt.length).toBe(Math.min(parts, texts.length));
        if (sizes.length > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(2);
      }),
    );
  });
});

describe('measureParts', () => {
  it('warms every worker up first and counts only what comes after', async () => {
    const asked: string[][] = [];
    const score: Scorer['score'] = async (texts, options) => {
      expect(options?.priority).toBe('detail');
      asked.push([...texts]);
      return {
        tokens: Uint32Array.from(texts, () => 7),
        paddedTokens: 10 * texts.length,
        tokenizeMs: 1,
        inferenceMs: 4,
        postprocessMs: 0,
      } as Timed; // all that is read of it
    };
    const sample = Array.from({ length: 12 }, (_, i) => 'x'.repeat(i + 1));
    const parts = await measureParts(score, sample, 3, new AbortController().signal);
    expect(asked.slice(0, 3).map((texts) => texts.length)).toEqual([1, 1, 1]);
    expect(asked.slice(3).flat().toSorted()).toEqual(sample.toSorted());
    expect(parts).toHaveLength(6);
    expect(parts[0]).toMatchObject({ tokens: 14, paddedTokens: 20, ms: 5 });
    const guessed = parts.reduce((sum, { guessed }) => sum + guessed, 0);
    expect(guessed).toBe(sample.reduce((sum, text) => sum + guessTokens(text), 0));
  });
});
