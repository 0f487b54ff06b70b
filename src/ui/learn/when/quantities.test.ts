import { expect, it } from 'vitest';
import { busyText, hours, rate, span, workers } from './quantities.ts';

it('gives times of any size in words that fit it', () => {
  expect(
    [0, 0.0178, 0.5, 1, 2, 59.94, 90, 10_000, 86_400, 3 * 86_400, 1e9, Infinity].map(span),
  ).toEqual([
    '0 s',
    '17.8 ms',
    '500 ms',
    '1 s',
    '2 s',
    '59.9 s',
    '1 min 30 s',
    '2 h 47 min',
    '24 h',
    '3 days',
    '31.7 years',
    'without end',
  ]);
});

it('says of full use what it means', () => {
  expect(busyText(0.125)).toBe('12.5%');
  expect(busyText(2.314)).toBe('never catches up (231%)');
});

it('keeps three digits', () => {
  expect([rate(0.2319), rate(1157.4), hours(730.5), hours(0.01), hours(0)]).toEqual([
    '0.232',
    '1,160',
    '731 h',
    'under 0.1 h',
    '0 h',
  ]);
  expect([workers(1), workers(2)]).toEqual(['1 worker', '2 workers']);
});
