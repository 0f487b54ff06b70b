import { describe, expect, it } from 'vitest';
import { bytes, count, duration, ms, percent } from './format.ts';

describe('format', () => {
  it('writes bytes in the unit that leaves few digits, and never 1000 of one', () => {
    expect([0, 522, 466_081, 999_999, 24_066_130, 999_999_999, 1.5e9].map(bytes)).toEqual([
      '0 bytes',
      '522 bytes',
      '466 kB',
      '1.0 MB',
      '24.1 MB',
      '1.00 GB',
      '1.50 GB',
    ]);
  });

  it('writes milliseconds with about three digits', () => {
    expect([0, 0.421, 12.34, 99.97, 340.4, 999.7, 1250].map(ms)).toEqual([
      '0.00 ms',
      '0.42 ms',
      '12.3 ms',
      '100 ms',
      '340 ms',
      '1.00 s',
      '1.25 s',
    ]);
  });

  it('rounds a wait up, so that it never says zero', () => {
    expect([0, 0.2, 59.1, 60, 200, 3900, 7200].map(duration)).toEqual([
      '1 s',
      '1 s',
      '1 min',
      '1 min',
      '3 min 20 s',
      '1 h 5 min',
      '2 h',
    ]);
  });

  it('writes shares and counts', () => {
    expect(percent(0.885, 1)).toBe('88.5%');
    expect(percent(1)).toBe('100%');
    expect(count(1_000_000)).toBe('1,000,000');
  });
});
