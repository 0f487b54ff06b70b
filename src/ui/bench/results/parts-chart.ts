import { axisX, barX, gridX, text, type PlotOptions } from '@observablehq/plot';
import { PARTS, type Part, type Parts } from '../../../core/bench/figures.ts';
import { ms, percent } from '../../parts/format.ts';
import { axisName } from './axis-scale.ts';
import { PART_NAMES } from './names.ts';

export interface PartsRow {
  name: string;
  /** ms of each. */
  parts: Parts;
}

export const PART_COLORS: Record<Part, string> = {
  queue: 'var(--chart-6)',
  tokenize: 'var(--chart-4)',
  inference: 'var(--chart-1)',
  postprocess: 'var(--chart-5)',
  message: 'var(--chart-3)',
  paint: 'var(--chart-2)',
};

const ROW_PX = 58;
const FOOT_PX = 44;
/** Of its bar: a part from here on has room for its ms, on a phone too. */
const ROOMY = 0.2;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

export const partsHeight = (rows: number): number => rows * ROW_PX + FOOT_PX;
export const totalOf = (parts: Parts): number => PARTS.reduce((sum, part) => sum + parts[part], 0);

interface Piece {
  name: string;
  part: Part;
  ms: number;
  /** 0 to 1 of the row's total. */
  x1: number;
  x2: number;
}

/** A row's parts in the order of their happening, end to end, as shares of the row's total. */
export function piecesOf({ name, parts }: PartsRow): Piece[] {
  const total = totalOf(parts);
  let from = 0;
  return PARTS.map((part) => {
    const x1 = from;
    from += total > 0 ? parts[part] / total : 0;
    return { name, part, ms: parts[part], x1, x2: from };
  });
}

/**
 * A bar for each row, as long as the others: a whole batch waits so much longer than one review that on one scale nothing
 * of the latter could be seen. The row's name says its total, each large part its ms.
 */
export function partsChart(rows: readonly PartsRow[]): PlotOptions {
  const pieces = rows.flatMap(piecesOf);
  const insets = { insetTop: 26, insetBottom: 8 };
  return {
    marginLeft: 12,
    marginRight: 20,
    marginTop: 0,
    marginBottom: FOOT_PX,
    x: { domain: [0, 1] },
    y: { type: 'band', domain: rows.map(({ name }) => name), axis: null, padding: 0 },
    marks: [
      gridX(TICKS, { stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisX(TICKS, {
        ...axisName('Share of the row’s time'),
        text: (share: number) => percent(share),
      }),
      barX(pieces, {
        x1: 'x1',
        x2: 'x2',
        y: 'name',
        fill: ({ part }: Piece) => PART_COLORS[part],
        stroke: 'var(--chart-paper)', // parts its neighbours
        strokeWidth: 0.5,
        ...insets,
      }),
      text(
        pieces.filter(({ x1, x2 }) => x2 - x1 >= ROOMY),
        {
          x: ({ x1, x2 }: Piece) => (x1 + x2) / 2,
          y: 'name',
          text: (piece: Piece) => ms(piece.ms),
          dy: 9, // the middle between the insets
          fontSize: 12,
          fill: 'var(--chart-paper)',
        },
      ),
      text(rows, {
        y: 'name',
        text: ({ name, parts }: PartsRow) => `${name}: ${ms(totalOf(parts))}`,
        frameAnchor: 'left',
        textAnchor: 'start',
        dy: -14,
        fontSize: 12,
        stroke: 'var(--chart-paper)', // over the grid
        strokeWidth: 4,
        fill: 'currentColor',
      }),
    ],
  };
}

export const partsLabel = (rows: readonly PartsRow[]): string =>
  `Where the milliseconds go. ${rows
    .map(
      ({ name, parts }) =>
        `${name}: ${PARTS.map((part) => `${PART_NAMES[part]} ${ms(parts[part])}`).join(', ')}`,
    )
    .join('; ')}.`;
