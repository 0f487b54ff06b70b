/** Heights at least `gap` apart, as near as can be to those wanted, in the same order as they came; all within the ends. */
export function spread(
  wanted: readonly number[],
  gap: number,
  [top, bottom]: readonly [number, number],
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  let least = top;
  for (const i of order) {
    placed[i] = Math.max(placed[i]!, least);
    least = placed[i] + gap;
  }
  let most = bottom;
  for (const i of order.toReversed()) {
    placed[i] = Math.min(placed[i]!, most);
    most = placed[i] - gap;
  }
  return placed;
}

/** px from the top left; a label's box. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top));

const outside = (box: Box, frame: Box): number => box.width * box.height - overlap(box, frame);

/** Room between a point and its label. */
const APART = 9;

/**
 * A box for each point's label, beside, above or below it, where it covers least: other labels, what is to be kept free, or
 * the world outside the frame. Greedy, in the order given: put what matters most first.
 */
export function placeLabels(
  points: readonly { x: number; y: number; width: number; height: number }[],
  taken: readonly Box[],
  frame: Box,
): Box[] {
  const boxes = [...taken];
  return points.map(({ x, y, width, height }) => {
    const lefts = [x + APART, x - APART - width, x - width / 2];
    const tops = [0, -1, 1, -2, 2, -3, 3].map((step) => y - height / 2 + step * (height + 2));
    const choices = tops.flatMap((top, i) =>
      // On the point's own height the middle would cover it.
      lefts.slice(0, i === 0 ? 2 : 3).map((left) => ({ left, top, width, height })),
    );
    const cost = (box: Box) =>
      boxes.reduce((sum, other) => sum + overlap(box, other), 0) + 4 * outside(box, frame);
    let best = choices[0]!;
    for (const choice of choices) if (cost(choice) < cost(best) - 0.5) best = choice;
    boxes.push(best);
    return best;
  });
}
