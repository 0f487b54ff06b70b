import { describe, expect, it } from 'vitest';
import { compareProbes, readProbes } from './probes.ts';

const SET = readProbes({
  tolerance: { q8: 0.1, q4: 0.05 },
  probes: [
    { text: 'Awful.', label: 'negative', fp32: [0.9, 0.06, 0.04] },
    { text: 'Fine.', label: 'positive', fp32: [0.1, 0.2, 0.7] },
  ],
});

describe('compareProbes', () => {
  it('accepts answers within the tolerance of the dtype, and tells the largest difference', () => {
    const near = Float32Array.of(0.84, 0.1, 0.06, 0.1, 0.2, 0.7);
    expect(compareProbes(SET, 'q8', near).ok).toBe(true);
    expect(compareProbes(SET, 'q4', near).ok).toBe(false);
    expect(compareProbes(SET, 'q8', near).largest).toBeCloseTo(0.06);
  });

  it('refuses rows that changed places', () => {
    const swapped = Float32Array.of(0.1, 0.2, 0.7, 0.9, 0.06, 0.04);
    expect(compareProbes(SET, 'q8', swapped).ok).toBe(false);
  });

  it('refuses NaN and missing rows', () => {
    const nan = Float32Array.of(NaN, 0.06, 0.04, 0.1, 0.2, 0.7);
    expect(compareProbes(SET, 'q8', nan)).toEqual({ largest: Infinity, ok: false });
    expect(compareProbes(SET, 'q8', nan.subarray(3)).ok).toBe(false);
  });
});

describe('readProbes', () => {
  it('refuses what is no probe set', () => {
    expect(() => readProbes({ probes: [] })).toThrow();
  });
});
