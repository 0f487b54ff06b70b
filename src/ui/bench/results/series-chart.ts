import {
  axisX,
  axisY,
  dot,
  gridY,
  line,
  ruleX,
  ruleY,
  text,
  type Markish,
  type PlotOptions,
} from '@observablehq/plot';
import type { Estimate } from '../../../core/bench/figures.ts';
import { axisName, linearScale, scaleFor, tickText } from './axis-scale.ts';
import { endLabels, textPx } from './marks.ts';

export interface Point {
  x: number;
  y: Estimate;
  /** Drawn hollow: it broke the bound. */
  hollow?: boolean;
}

/** One line of a chart. */
export interface Series {
  name: string;
  color: string;
  /** SVG dash pattern: tells lines of one colour apart. */
  dash?: string;
  points: readonly Point[];
}

export interface SeriesChart {
  series: readonly Series[];
  /** Doubling: the values measured go up by factors. */
  x: { label: string; doubling: boolean };
  y: { label: string; from?: 'zero' };
  /** Level lines with a name, such as a bound, or real time beside batches. */
  levels?: readonly { name: string; y: number; color: string; dash?: string }[];
}

/** Estimates with their intervals over what was varied; only measured values are on the axis. */
export function seriesChart({ series, x, y, levels = [] }: SeriesChart): PlotOptions {
  const points = series.flatMap(({ points }) => points);
  const xs = [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b);
  const highs = [...points.map(({ y }) => y.high), ...levels.map(({ y }) => y)];
  const lows = [...points.map(({ y }) => y.low), ...levels.map(({ y }) => y)];
  const scale =
    y.from === 'zero' ? linearScale(Math.max(...highs, 0)) : scaleFor([...lows, ...highs]);
  const names = [...series, ...levels].map(({ name }) => name);
  const [first = 0, last = 1] = [xs[0], xs.at(-1)];
  const room = x.doubling
    ? [first / 1.12, last * 1.12]
    : [first - (last - first) * 0.06, last + (last - first) * 0.06];

  return {
    marginLeft: 50,
    marginRight: Math.max(0, ...names.map(textPx)) + 22,
    marginTop: 26,
    marginBottom: 44,
    x: x.doubling ? { type: 'log', domain: room } : { domain: room },
    y: { type: scale.type, domain: scale.domain },
    marks: [
      gridY(scale.ticks, { stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisY(scale.ticks, { label: null, tickSize: 0, text: tickText }),
      axisX(xs, {
        ...axisName(x.label),
        text: tickText,
      }),
      text([y.label + (scale.type === 'log' ? ' (log)' : '')], {
        frameAnchor: 'top-left',
        textAnchor: 'start',
        dx: -40,
        dy: -20,
        fontSize: 12,
      }),
      ...levels.map(({ y, color, dash = '6,3' }) =>
        ruleY([y], { stroke: color, strokeWidth: 1.5, strokeDasharray: dash }),
      ),
      ...series.flatMap((each) => seriesMarks(each)),
      endLabels([
        ...series.flatMap(({ name, points, color }) => {
          const end = points.at(-1);
          return end ? [{ name, y: end.y.value, color }] : [];
        }),
        ...levels.map(({ name, y, color }) => ({ name, y, color })),
      ]),
    ],
  };
}

function seriesMarks({ points, color, dash }: Series): Markish[] {
  return [
    ruleX(points, {
      x: 'x',
      y1: ({ y }: Point) => y.low,
      y2: ({ y }: Point) => y.high,
      stroke: color,
      strokeWidth: 3,
      strokeOpacity: 0.5,
    }),
    line(points, {
      x: 'x',
      y: ({ y }: Point) => y.value,
      stroke: color,
      strokeWidth: 2,
      ...(dash && { strokeDasharray: dash }),
    }),
    dot(points, {
      x: 'x',
      y: ({ y }: Point) => y.value,
      r: 3.5,
      fill: ({ hollow }: Point) => (hollow ? 'var(--chart-paper)' : color),
      stroke: color,
      strokeWidth: 1.5,
    }),
  ];
}
