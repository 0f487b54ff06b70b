import type { RenderFunction } from '@observablehq/plot';
import type { Estimate } from '../../../core/bench/figures.ts';
import { placeLabels, spread, type Box } from './place-labels.ts';

// Marks of our own, for what Plot has none: thousands of dots in a few elements, and labels that keep out of each other's way.

const SVG = 'http://www.w3.org/2000/svg';
/** Of most letters in 12 px. */
const LETTER_PX = 6.6;
const LINE_PX = 15;

export const textPx = (text: string): number => text.length * LETTER_PX;

/** Steps of the golden ratio fill a band evenly, in any number, and the same way each time. */
export const jitter = (i: number): number => ((i * 0.618034) % 1) - 0.5;

/** A row's dots share so many paths: within one they don't darken each other, over several they do, as single dots would. */
const PATHS = 8;

/**
 * A dot for each value, all of them however many: as zero-length strokes in a few paths, since thousands of elements would
 * make the page slow.
 *
 * @param band y of the middle, and how far dots are scattered around it, in units of the y axis
 */
export function manyDots(
  values: readonly number[],
  band: { y: number; height: number },
  look: { color: string; radius: number },
): RenderFunction {
  return (_index, { x, y }, _values, _dimensions, { document }) => {
    const group = document.createElementNS(SVG, 'g');
    if (!x || !y) return group;
    const strokes: string[][] = Array.from({ length: PATHS }, () => []);
    values.forEach((value, i) => {
      const [left, top] = [Number(x(value)), Number(y(band.y + jitter(i) * band.height))];
      strokes[i % PATHS]!.push(`M${left.toFixed(1)},${top.toFixed(1)}h0`);
    });
    for (const dots of strokes) {
      if (dots.length === 0) continue;
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('d', dots.join(''));
      path.setAttribute('fill', 'none');
      path.setAttribute('stroke', look.color);
      path.setAttribute('stroke-opacity', '0.45');
      path.setAttribute('stroke-linecap', 'round');
      path.setAttribute('stroke-width', String(look.radius * 2));
      group.append(path);
    }
    return group;
  };
}

/** Rectangles in the units of both axes, all of one look, as one path. */
export function manyRects(
  rects: readonly { x1: number; x2: number; y1: number; y2: number }[],
  look: { color: string; opacity?: number },
): RenderFunction {
  return (_index, { x, y }, _values, _dimensions, { document }) => {
    const path = document.createElementNS(SVG, 'path');
    if (!x || !y) return path;
    const px = (value: number) => value.toFixed(2);
    const d = rects.map(({ x1, x2, y1, y2 }) => {
      const [left, right, top, bottom] = [
        Number(x(x1)),
        Number(x(x2)),
        Number(y(y1)),
        Number(y(y2)),
      ];
      return `M${px(left)},${px(top)}H${px(right)}V${px(bottom)}H${px(left)}Z`;
    });
    path.setAttribute('d', d.join(''));
    path.setAttribute('fill', look.color);
    path.setAttribute('fill-opacity', String(look.opacity ?? 1));
    return path;
  };
}

/** A name at the end of each line, at the right edge, moved apart where they would touch. */
export function endLabels(
  lines: readonly { name: string; y: number; color: string }[],
): RenderFunction {
  return (_index, { y }, _values, dimensions, { document }) => {
    const group = document.createElementNS(SVG, 'g');
    if (!y) return group;
    const { width, marginRight, marginTop, height, marginBottom } = dimensions;
    const tops = spread(
      lines.map((line) => Number(y(line.y))),
      LINE_PX,
      [marginTop, height - marginBottom],
    );
    lines.forEach(({ name, color }, i) => {
      group.append(label(document, name, width - marginRight + 8, tops[i]!, color));
    });
    return group;
  };
}

/**
 * A name beside each point; keeps off the points and their intervals, off each other, and off the lines given.
 *
 * @param lines where they cross the axes
 */
export function pointLabels(
  points: readonly { name: string; x: number; y: Estimate; color: string }[],
  lines: { x: readonly number[]; y: readonly number[] },
): RenderFunction {
  return (_index, { x, y }, _values, dimensions, { document }) => {
    const group = document.createElementNS(SVG, 'g');
    if (!x || !y) return group;
    const { width, height, marginTop, marginRight, marginBottom, marginLeft } = dimensions;
    const frame: Box = {
      left: marginLeft,
      top: marginTop,
      width: width - marginLeft - marginRight,
      height: height - marginTop - marginBottom,
    };
    const at = points.map((point) => ({
      x: Number(x(point.x)),
      y: Number(y(point.y.value)),
      width: textPx(point.name),
      height: LINE_PX,
    }));
    const taken: Box[] = [
      ...at.map(({ x, y }) => ({ left: x - 6, top: y - 6, width: 12, height: 12 })),
      ...points.map((point, i) => ({
        left: at[i]!.x - 2,
        top: Number(y(point.y.high)),
        width: 4,
        height: Number(y(point.y.low)) - Number(y(point.y.high)),
      })),
      ...lines.x.map((each) => ({ ...frame, left: Number(x(each)) - 1, width: 2 })),
      ...lines.y.map((each) => ({ ...frame, top: Number(y(each)) - 1, height: 2 })),
    ];
    placeLabels(at, taken, frame).forEach(({ left, top }, i) => {
      const { name, color } = points[i]!;
      group.append(label(document, name, left, top + LINE_PX / 2, color));
    });
    return group;
  };
}

/** @param middle of the line, px */
function label(document: Document, name: string, left: number, middle: number, color: string) {
  const text = document.createElementNS(SVG, 'text');
  text.textContent = name;
  text.setAttribute('x', String(left));
  text.setAttribute('y', String(middle));
  text.setAttribute('dy', '0.32em');
  text.setAttribute('text-anchor', 'start'); // Plot centres all text
  text.setAttribute('fill', color);
  text.setAttribute('font-size', '12');
  // Legible over lines and dots.
  text.setAttribute('stroke', 'var(--chart-paper)');
  text.setAttribute('stroke-width', '4');
  text.setAttribute('stroke-linejoin', 'round');
  text.setAttribute('paint-order', 'stroke');
  return text;
}
