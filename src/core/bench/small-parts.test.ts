import { describe as suite, expect, it } from 'vitest';
import { driftOf } from './drift.ts';
import { describe } from './describe.ts';
import { paddingShare, strips } from './padding.ts';
import { arrivals } from './poisson.ts';
import { createRandom, drawn } from './random.ts';
import { limitOf, serverRates } from './server.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { grouped, groupSize, smallestStep } from './tick.ts';
import { createWarmUp } from './warm-up.ts';

suite('Poisson arrivals', () => {
  const at = arrivals(20, 20_000, createRandom(3));
  const gaps = at.map((ms, i) => ms - (at[i - 1] ?? 0));

  it('come at the rate asked for, ascending', () => {
    expect(at.at(-1)! / at.length).toBeCloseTo(50, -0.5);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
  });

  it('have exponential gaps: as much deviation as mean, and 1 - 1/e of them under it', () => {
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
    expect(Math.sqrt(variance) / mean).toBeCloseTo(1, 1);
    expect(gaps.filter((gap) => gap < mean).length / gaps.length).toBeCloseTo(1 - Math.exp(-1), 2);
  });
});

suite('warming up', () => {
  const warm = (medians: number[]) => {
    const warmUp = createWarmUp();
    const used = medians.findIndex((ms) => warmUp.add(ms)) + 1;
    return { used, settled: warmUp.settled };
  };

  it('ends when two medians in a row agree within 5 %', () => {
    expect(warm([30, 20, 12, 11.5, 11])).toEqual({ used: 4, settled: true });
  });

  it('gives up at the tenth and says so', () => {
    const restless = Array.from({ length: 20 }, (_, i) => (i % 2 ? 10 : 20));
    expect(warm(restless)).toEqual({ used: 10, settled: false });
  });
});

suite('the clock', () => {
  it('finds the smallest step of a coarse clock', () => {
    let calls = 0;
    expect(smallestStep(() => Math.floor(calls++ / 7) * 0.1)).toBeCloseTo(0.1);
  });

  it('makes groups of at least 100 ticks', () => {
    expect(groupSize(25, 0.1)).toBe(1);
    expect(groupSize(5, 0.1)).toBe(2);
    expect(groupSize(0.3, 0.1)).toBe(34);
  });

  it('means the groups, and drops no more than half of one', () => {
    expect(grouped([1, 3, 5, 7, 9], 2)).toEqual([2, 6, 9]);
    expect(grouped([1, 2, 3, 4], 3)).toEqual([2]);
  });

  it('keeps samples too few for half a group, as one', () => {
    expect(grouped([1, 2], 9)).toEqual([1.5]);
  });
});

suite('drift', () => {
  const noisy = (slope: number) => {
    const random = createRandom(4);
    return Array.from({ length: 90 }, (_, i) => (1 + (slope * i) / 90) * (0.95 + 0.1 * random()));
  };

  it('is seen where a machine slows down by a third', () => {
    const { ratio, clear } = driftOf(noisy(0.5), 1);
    expect(clear).toBe(true);
    expect(ratio).toBeGreaterThan(1.2);
  });

  it('is not seen in noise, nor in a handful of samples', () => {
    expect(driftOf(noisy(0), 1).clear).toBe(false);
    expect(driftOf([1, 9, 1, 9], 1).clear).toBe(false);
  });
});

suite('a latency', () => {
  it('has p99 from 200 samples on', () => {
    const samples = Array.from({ length: 200 }, (_, i) => i + 1);
    expect(describe(samples, 1, 1).p99).toBeCloseTo(198.01);
    expect(describe(samples.slice(1), 1, 1).p99).toBeUndefined();
  });

  it('counts outliers and keeps them', () => {
    const samples = [...Array.from({ length: 40 }, (_, i) => 10 + (i % 5) / 10), 90];
    const { outliers, n, mad } = describe(samples, 1, 1);
    expect({ outliers, n }).toEqual({ outliers: 1, n: 41 });
    expect(mad).toBeCloseTo(0.1);
  });
});

suite('arrival rates', () => {
  it('are the user’s own, else shares of the capacity', () => {
    expect(serverRates({ ...DEFAULT_SETTINGS, rates: [9, 3, 9] }, 100)).toEqual([3, 9]);
    expect(serverRates(DEFAULT_SETTINGS, 100)).toEqual([40, 60, 75, 90, 105]);
  });

  it('hold up to the first that breaks', () => {
    const points = [true, true, false, true].map((holds, i) => ({ rate: i + 1, holds }));
    expect(limitOf(points)).toEqual({ holds: 2, breaks: 3 });
    expect(limitOf(points.slice(2))).toEqual({ holds: undefined, breaks: 3 });
    expect(limitOf(points.slice(0, 2))).toEqual({ holds: 2, breaks: undefined });
  });
});

suite('padding', () => {
  it('is what fills texts up to the longest of their batch', () => {
    const list = strips([2, 8, 2, 8], 2, 'file');
    expect(list.map(({ padded }) => padded)).toEqual([16, 16]);
    expect(paddingShare(list)).toBeCloseTo(12 / 32);
    expect(paddingShare(strips([2, 8, 2, 8], 2, 'sorted'))).toBe(0);
  });
});

it('draws different places, in order', () => {
  const places = drawn(5, 9, createRandom(2));
  expect(new Set(places).size).toBe(5);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(drawn(9, 3, createRandom(2))).toEqual([0, 1, 2]);
});
