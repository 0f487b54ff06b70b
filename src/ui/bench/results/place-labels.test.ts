import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeLabels, spread, type Box } from './place-labels.ts';

it('leaves labels that are apart where they are', () => {
  expect(spread([10, 50, 90], 15, [0, 100])).toEqual([10, 50, 90]);
});

it('moves labels apart in their order, within the ends', () => {
  const heights = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 10 });
  fc.assert(
    fc.property(heights, (wanted) => {
      const placed = spread(wanted, 15, [0, 200]);
      const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
      order.forEach((i, place) => {
        expect(placed[i]).toBeGreaterThanOrEqual(-1e-9);
        expect(placed[i]).toBeLessThanOrEqual(200);
        const before = order[place - 1];
        if (before !== undefined)
          expect(placed[i]! - placed[before]!).toBeGreaterThanOrEqual(15 - 1e-9);
      });
    }),
  );
});

const FRAME: Box = { left: 0, top: 0, width: 300, height: 200 };
const dot = (x: number, y: number): Box => ({ left: x - 6, top: y - 6, width: 12, height: 12 });
const overlap = (a: Box, b: Box) =>
  Math.min(a.left + a.width, b.left + b.width) > Math.max(a.left, b.left) &&
  Math.min(a.top + a.height, b.top + b.height) > Math.max(a.top, b.top);

it('puts a label right of its point, and left of it at the right edge', () => {
  const at = (x: number) => [{ x, y: 100, width: 80, height: 15 }];
  expect(placeLabels(at(50), [dot(50, 100)], FRAME)[0]!.left).toBeGreaterThan(50);
  expect(placeLabels(at(290), [dot(290, 100)], FRAME)[0]!.left).toBeLessThan(290 - 80);
});

it('keeps the labels of points close together off each other, off the points and in the frame', () => {
  const points = [
    { x: 120, y: 60, width: 150, height: 15 },
    { x: 140, y: 66, width: 160, height: 15 },
    { x: 20, y: 120, width: 80, height: 15 },
    { x: 40, y: 124, width: 40, height: 15 },
  ];
  const dots = points.map(({ x, y }) => dot(x, y));
  const boxes = placeLabels(points, dots, FRAME);
  boxes.forEach((box, i) => {
    for (const other of [...boxes.slice(i + 1), ...dots]) expect(overlap(box, other)).toBe(false);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.left + box.width).toBeLessThanOrEqual(300);
  });
});
