import {
  axisX,
  dot,
  gridX,
  link,
  ruleX,
  ruleY,
  text,
  type Markish,
  type PlotOptions,
} from '@observablehq/plot';
import { count, ms } from '../../parts/format.ts';
import { axisName, scaleFor, tickText } from './axis-scale.ts';
import { manyDots } from './marks.ts';
import { boundText } from './ratio-text.ts';

export interface LatencyRow {
  name: string;
  color: string;
  /** ms, all of them, in time order. */
  samples: readonly number[];
  median: number;
  /** 95 % bootstrap interval of the median. */
  interval: readonly [number, number] | undefined;
  p95: number;
}

const ROW_PX = 96;
const FOOT_PX = 46;

export const latencyChartHeight = (rows: number): number => rows * ROW_PX + FOOT_PX + 8;

/** Every sample as a dot, in a band for each row, with the median, its interval and the p95 drawn over them. */
export function latencyChart(rows: readonly LatencyRow[], boundMs: number): PlotOptions {
  const all = rows.flatMap(({ samples }) => samples);
  const { type, domain, ticks } = scaleFor(all);
  const bound = boundMs >= domain[0] && boundMs <= domain[1] ? [boundMs] : [];
  return {
    marginLeft: 14,
    marginRight: 18,
    marginTop: 8,
    marginBottom: FOOT_PX,
    x: { type, domain },
    y: {
      type: 'linear',
      domain: [0, rows.length],
      range: [8, 8 + rows.length * ROW_PX],
      axis: null,
    },
    marks: [
      gridX(ticks, { stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisX(ticks, {
        ...axisName(type === 'log' ? 'ms (log)' : 'ms'),
        text: tickText,
      }),
      ruleX(bound, { stroke: 'currentColor', strokeDasharray: '3,3' }),
      text(bound, {
        x: boundMs,
        text: () => boundText(boundMs),
        frameAnchor: 'bottom',
        textAnchor: 'start',
        dx: 4,
        dy: -4,
        fontSize: 12,
      }),
      ...rows.flatMap((row, i) => rowMarks(row, i)),
    ],
  };
}

/** From the top of a row, as shares of its height: its name, then the dots with the marks through them. */
const NAME = 0.13;
const MIDDLE = 0.6;
const SCATTER = 0.5;

function rowMarks(
  { name, color, samples, median, interval, p95 }: LatencyRow,
  i: number,
): Markish[] {
  const middle = i + MIDDLE;
  const half = SCATTER / 2 + 0.06;
  return [
    manyDots(
      samples,
      { y: middle, height: SCATTER },
      { color, radius: samples.length > 500 ? 1.5 : 2.25 },
    ),
    ruleX([median], {
      y1: middle - half,
      y2: middle + half,
      stroke: 'currentColor',
      strokeWidth: 2.5,
    }),
    ...(interval
      ? [
          link([0], {
            x1: interval[0],
            x2: interval[1],
            y1: middle,
            y2: middle,
            stroke: 'currentColor',
            strokeWidth: 6,
            strokeOpacity: 0.85,
          }),
        ]
      : []),
    ruleX([p95], {
      y1: middle - half,
      y2: middle + half,
      stroke: 'currentColor',
      strokeWidth: 1.5,
      strokeDasharray: '2,2',
    }),
    dot([p95], {
      x: p95,
      y: middle - half,
      symbol: 'triangle',
      rotate: 180,
      r: 4,
      fill: 'currentColor',
    }),
    text([`${name}: ${ms(median)}, p95 ${ms(p95)}`], {
      frameAnchor: 'left',
      textAnchor: 'start',
      y: i + NAME,
      fontSize: 12,
      stroke: 'var(--chart-paper)', // over the grid
      strokeWidth: 4,
      fill: 'currentColor',
    }),
    ...(i > 0 ? [ruleY([i], { stroke: 'var(--chart-grid)' })] : []),
  ];
}

export const latencyLabel = (rows: readonly LatencyRow[]): string =>
  `Every sample of ${rows.length} kinds of latency: ` +
  rows
    .map(
      ({ name, samples, median, p95 }) =>
        `${name}: ${count(samples.length)} samples, median ${ms(median)}, p95 ${ms(p95)}`,
    )
    .join('; ') +
  '.';
