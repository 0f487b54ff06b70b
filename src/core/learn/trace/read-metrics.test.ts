import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../analysis/wilson.ts';
import { readMetrics, worstFirst, wrongOf } from './read-metrics.ts';

describe.each(['sentiscope-base', 'sentiscope-small'])('metrics.json of %s', (id) => {
  const file = new URL(`../../../../public/models/${id}/metrics.json`, import.meta.url);
  const data = JSON.parse(readFileSync(file, 'utf8')) as Record<string, object>;
  const sources = readMetrics(data);

  it('is read set by set; how far the files are from full precision is no set', () => {
    expect(sources.map(({ id }) => id)).toEqual(
      Object.keys(data).filter((key) => !key.startsWith('deviation')),
    );
  });

  it.each(['binary', 'threeClass'] as const)('has the 95% intervals of its rates: %s', (kind) => {
    for (const { rate } of worstFirst(sources, kind)) {
      const { low, high } = wilson(Math.round((rate.percent / 100) * rate.texts), rate.texts);
      expect(rate.interval[0]).toBeCloseTo(100 * low, 1);
      expect(rate.interval[1]).toBeCloseTo(100 * high, 1);
    }
  });

  it.each(['binary', 'threeClass'] as const)('puts the hard reviews first: %s', (kind) => {
    const order = worstFirst(sources, kind);
    expect(order[0]!.source.id).toBe('reviews (hard, own)');
    const rates = order.map(({ rate }) => rate.percent);
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
  });
});

it('turns a rate of right answers around with its interval', () => {
  expect(wrongOf({ percent: 82.15, interval: [80.48, 83.7], texts: 50 })).toEqual({
    percent: 17.85,
    interval: [16.3, 19.52],
    texts: 50,
  });
});

it.each([
  ['a list', [1]],
  ['a word for a number', { a: { q8: { n: 10, threeClass: { accuracy: 'high' } } } }],
  ['a set of no texts', { a: { q8: { n: 0 } } }],
])('refuses %s', (_, data) => expect(() => readMetrics(data)).toThrow());
