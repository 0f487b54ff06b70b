import { describe, expect, it } from 'vitest';
import { timeRange } from './time-text.ts';

describe('timeRange', () => {
  it.each([
    [0.1, 0.4, '1 s'],
    [2.2, 3.1, '2 to 4 s'],
    [21, 26, '20 to 30 s'],
    [80, 89, '80 to 90 s'],
    [170, 215, '2 to 4 min'],
    [40 * 60, 55 * 60, '40 to 55 min'],
    [1.6 * 3600, 1.9 * 3600, '1.5 to 2 h'],
    [11.2 * 3600, 14.5 * 3600, '11 to 15 h'],
  ])('writes %d to %d seconds as %s', (low, high, text) => {
    expect(timeRange(low, high)).toBe(text);
  });
});
