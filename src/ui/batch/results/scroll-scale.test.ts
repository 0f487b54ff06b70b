import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_PX, revealed, scrollScale } from './scroll-scale.ts';

const VIEW = 600;

describe('the scroll scale', () => {
  it('leaves content that fits as it is', () => {
    expect(scrollScale(MOST_PX, VIEW)).toBe(1);
  });

  it('reaches the end of a million rows at the end of the bar, and no further', () => {
    const content = 1_000_000 * 40;
    const lastOffset = (MOST_PX - VIEW) * scrollScale(content, VIEW);
    expect(lastOffset).toBeCloseTo(content - VIEW, 3);
  });
});

describe('revealing a row', () => {
  const rows = fc.integer({ min: 20, max: 1_000_000 });

  it('brings any row into sight, wherever the table is scrolled to', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (n, seed, share) => {
        const row = 40;
        const content = n * row;
        const scale = scrollScale(content, VIEW);
        const top = (seed % n) * row;
        const most = Math.min(content, MOST_PX) - VIEW;
        const at = revealed({ top, bottom: top + row }, share * most, VIEW, scale);
        expect(top).toBeGreaterThanOrEqual(at * scale - scale);
        expect(top + row).toBeLessThanOrEqual(at * scale + VIEW + scale);
      }),
    );
  });

  it('does not move for a row that is in sight', () => {
    expect(revealed({ top: 400, bottom: 440 }, 100, VIEW, 1)).toBe(100);
  });
});
