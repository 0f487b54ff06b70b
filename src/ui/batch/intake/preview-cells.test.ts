import { describe, expect, it } from 'vitest';
import { cellText, drawnPart } from './preview-cells.ts';

describe('drawnPart', () => {
  it('draws all of an ordinary file', () => {
    expect(drawnPart(5, 50, [1])).toEqual({ columns: [0, 1, 2, 3, 4], rows: 50 });
  });

  it('never draws more than about 600 cells, and still the text column', () => {
    const { columns, rows } = drawnPart(500, 50, [444, 2, 444]);
    expect(columns.slice(0, 2)).toEqual([444, 0]);
    expect(columns.at(-1)).toBe(29);
    expect(columns.length * rows).toBeLessThanOrEqual(600);
    expect(rows).toBeGreaterThanOrEqual(8);
  });
});

describe('cellText', () => {
  it('writes any cell, and shortens a long one without cutting a character in two', () => {
    expect([null, undefined, 4.5, true, 'a'].map(cellText)).toEqual(['', '', '4.5', 'true', 'a']);
    const text = cellText(`${'x'.repeat(299)}😀😀`);
    expect(text).toBe(`${'x'.repeat(299)}…`);
  });
});
