import { axisX, barX, gridX, text, type PlotOptions } from '@observablehq/plot';
import { PARTS, type Part, type Parts } from '../../../core/bench/figures.ts';
import { ms } from '../../parts/format.ts';
import { linearScale, tickText } from './axis-scale.ts';
import { PART_NAMES } from './names.ts';

export interface PartsRow {
  name: string;
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

export const partsHeight = (rows: number): number => rows * ROW_PX + FOOT_PX;
export const totalOf = (parts: Parts): number => PARTS.reduce((sum, part) => sum + parts[part], 0);

/** A stacked bar for each row, its name and total above it. */
export function partsChart(rows: readonly PartsRow[]): PlotOptions {
  const { domain, ticks } = linearScale(Math.max(...rows.map(({ parts }) => totalOf(parts))));
  const pieces = rows.flatMap(({ name, parts }) => {
    let from = 0;
    return PARTS.map((part) => {
      const x1 = from;
      from += parts[part];
      return { name, part, x1, x2: from };
    });
  });
  return {
    marginLeft: 12,
    marginRight: 16,
    marginTop: 0,
    marginBottom: FOOT_PX,
    x: { domain },
    y: { type: 'band', domain: rows.map(({ name }) => name), axis: null, padding: 0 },
    marks: [
      gridX(ticks, { stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisX(ticks, {
        label: 'ms',
        labelArrow: 'none',
        labelAnchor: 'center',
        text: tickText,
      }),
      barX(pieces, {
        x1: 'x1',
        x2: 'x2',
        y: 'name',
        fill: ({ part }: { part: Part }) => PART_COLORS[part],
        insetTop: 26,
        insetBottom: 8,
      }),
      text(rows, {
        y: 'name',
        text: ({ name, parts }: PartsRow) => `${name}: ${ms(totalOf(parts))}`,
        frameAnchor: 'left',
        textAnchor: 'start',
        dy: -14,
        fontSize: 12,
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
