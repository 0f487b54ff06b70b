import { describe, expect, it } from 'vitest';
import { growBatch, GROWTH } from './grow-batch.ts';

/** A machine whose passes take so long, on a clock of its own. */
function machine(msOf: (tokens: number, pass: number) => number) {
  let clock = 0;
  const asked: number[] = [];
  const run = async (tokens: number) => {
    const ms = msOf(tokens, asked.filter((each) => each === tokens).length);
    asked.push(tokens);
    clock += ms;
    return { tokens, ms };
  };
  return { run, asked, now: () => clock };
}

const sizes = (asked: readonly number[]) => [...new Set(asked)];

describe('growBatch', () => {
  it('doubles while a fixed cost of a pass is spread over more tokens, and stops where that is under 5 %', async () => {
    const { run, now, asked } = machine((tokens) => 0.5 + tokens / 400);
    const growth = await growBatch(run, now);
    // Tokens/ms: 225, 288, 335, 364, 381 (4.7 % more).
    expect(sizes(asked)).toEqual([256, 512, 1024, 2048, 4096]);
    expect(growth.batchTokens).toBe(2048);
    expect(growth.tokensPerSecond).toBeCloseTo(2_048_000 / (0.5 + 2048 / 400), 3);
    expect(growth.passes).toHaveLength(5);
  });

  it('keeps the first size where a larger one is no faster', async () => {
    const { run, now, asked } = machine((tokens) => tokens / 10);
    const growth = await growBatch(run, now);
    expect(growth.batchTokens).toBe(256);
    expect(sizes(asked)).toEqual([256, 512]);
  });

  it('stops at the largest size while tokens/s still rise', async () => {
    const { run, now } = machine(() => 1);
    expect((await growBatch(run, now)).batchTokens).toBe(GROWTH.most);
  });

  it('tries nothing larger after a pass that a text typed meanwhile would wait for', async () => {
    const { run, now, asked } = machine((tokens) => 60 + tokens / 10);
    const growth = await growBatch(run, now);
    expect(sizes(asked)).toEqual([256, 512]); // 86 ms, 111 ms
    expect(growth.batchTokens).toBe(512);
  });

  it('does not count what the first pass of a size takes on top', async () => {
    const { run, now } = machine((tokens, pass) => (pass === 0 ? 90 : 1 + tokens / 400));
    expect((await growBatch(run, now)).batchTokens).toBeGreaterThan(256);
  });

  it('ends with its time, and with one pass at least', async () => {
    const { run, now, asked } = machine(() => 5000);
    const growth = await growBatch(run, now);
    expect(asked).toEqual([256]);
    expect(growth).toMatchObject({ batchTokens: 256, passes: [{ tokens: 256, ms: 5000 }] });
    expect(growth.tokensPerSecond).toBeCloseTo(51.2);
  });

  it('survives a clock too coarse to see a pass', async () => {
    const { run, now } = machine(() => 0);
    expect(Number.isFinite((await growBatch(run, now)).tokensPerSecond)).toBe(true);
  });

  it('rejects as a pass does', async () => {
    const run = () => Promise.reject(new Error('lost'));
    await expect(growBatch(run, () => 0)).rejects.toThrow('lost');
  });
});
