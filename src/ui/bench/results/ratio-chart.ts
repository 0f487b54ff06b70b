import { axisX, dot, gridX, ruleX, ruleY, text, type PlotOptions } from '@observablehq/plot';
import type { Ratio } from '../../../core/bench/figures.ts';
import { axisName, logScale, tickText } from './axis-scale.ts';
import { times, verdictOf, type Verdict } from './ratio-text.ts';

export interface RatioRow {
  name: string;
  /** Real time's ms a review over this variant's: right of 1, the variant is faster. */
  ratio: Ratio;
}

const ROW_PX = 44;
const FOOT_PX = 44;

export const ratioChartHeight = (rows: number): number => rows * ROW_PX + FOOT_PX;

export const VERDICTS: Record<Verdict, string> = {
  faster: 'faster',
  slower: 'slower',
  unclear: 'no clear difference',
};
const COLORS: Record<Verdict, string> = {
  faster: 'var(--chart-4)',
  slower: 'var(--chart-2)',
  unclear: 'var(--chart-6)',
};

const color = ({ ratio }: RatioRow) => COLORS[verdictOf(ratio)];

/** A dot at each ratio with its interval, on a scale where twice and half as fast are equally far from the line at 1. */
export function ratioChart(rows: readonly RatioRow[]): PlotOptions {
  const ends = rows.flatMap(({ ratio }) => [ratio.low, ratio.high]);
  const { domain, ticks } = logScale(Math.min(1, ...ends), Math.max(1, ...ends));
  return {
    marginLeft: 12,
    marginRight: 16,
    marginTop: 0,
    marginBottom: FOOT_PX,
    x: { type: 'log', domain },
    y: { type: 'band', domain: rows.map(({ name }) => name), axis: null, padding: 0 },
    marks: [
      gridX(ticks, { stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisX(ticks, {
        ...axisName('Times as fast as real time (log)'),
        text: tickText,
      }),
      ruleX([1], { stroke: 'currentColor', strokeWidth: 1.5 }),
      ruleY(rows, {
        y: 'name',
        x1: ({ ratio }: RatioRow) => ratio.low,
        x2: ({ ratio }: RatioRow) => ratio.high,
        stroke: color,
        strokeWidth: 3,
        dy: 10,
      }),
      dot(rows, {
        y: 'name',
        x: ({ ratio }: RatioRow) => ratio.value,
        r: 5,
        dy: 10,
        fill: (row: RatioRow) => (row.ratio.clear ? color(row) : 'var(--chart-paper)'),
        stroke: color,
        strokeWidth: 2,
      }),
      text(rows, {
        y: 'name',
        text: rowText,
        frameAnchor: 'left',
        textAnchor: 'start',
        dy: -9,
        fontSize: 12,
        // Over the line at 1, wherever that runs.
        stroke: 'var(--chart-paper)',
        strokeWidth: 4,
        fill: 'currentColor',
      }),
    ],
  };
}

function rowText({ name, ratio }: RatioRow): string {
  const { value, interval } = times(ratio);
  return `${name}: ${value} (${interval})`;
}

export const ratioLabel = (rows: readonly RatioRow[]): string =>
  `How many times as fast as real time each batch was, with 95% intervals. ${rows
    .map((row) => `${rowText(row)}, ${VERDICTS[verdictOf(row.ratio)]}`)
    .join('; ')}.`;
