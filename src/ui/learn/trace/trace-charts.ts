import {
  axisX,
  axisY,
  dot,
  gridY,
  line,
  ruleX,
  text,
  type Markish,
  type PlotOptions,
} from '@observablehq/plot';
import type { Point } from '../../../core/learn/trace/points.ts';
import type { Trace, TraceEntry } from '../../../core/learn/trace/read-trace.ts';
import { count, percent } from '../../parts/format.ts';
import { rateText } from './point-text.ts';

/** What the charts are drawn along. */
export type Along = 'step' | 'tokens' | 'seconds';

export interface TraceView {
  trace: Trace;
  along: Along;
  points: readonly Point[];
  /** Index into `points`. */
  current: number;
}

export const AXES: Record<Along, { label: string; value: (entry: TraceEntry) => number }> = {
  step: { label: 'updates', value: ({ step }) => step },
  tokens: { label: 'million tokens', value: ({ tokens = NaN }) => tokens / 1e6 },
  seconds: { label: 'minutes', value: ({ seconds }) => seconds / 60 },
};

/** Looks of the development sets' lines; told apart by dash and symbol too. */
export const DEV_LOOKS = [
  { color: 'var(--chart-2)', dash: '', symbol: 'square' },
  { color: 'var(--chart-3)', dash: '6,3', symbol: 'triangle' },
  { color: 'var(--chart-4)', dash: '2,3', symbol: 'diamond' },
  { color: 'var(--chart-5)', dash: '8,3,2,3', symbol: 'star' },
] as const;
export const devLook = (i: number) => DEV_LOOKS[i % DEV_LOOKS.length]!;

const PLAIN = 'var(--chart-1)';

export function lossChart(view: TraceView): PlotOptions {
  return chartOf(view, { value: ({ loss }) => loss, ticks: String });
}

export function rateChart(view: TraceView): PlotOptions {
  return chartOf(view, {
    value: ({ learningRate }) => learningRate,
    ticks: rateText,
    fromZero: true,
  });
}

export function fitChart(view: TraceView): PlotOptions {
  const { trace, along } = view;
  const checks = trace.entries.filter(({ dev }) => dev);
  const x = AXES[along].value;
  const dev = trace.devSets.flatMap((set, i): Markish[] => {
    const { color, dash, symbol } = devLook(i);
    const y = ({ dev }: TraceEntry) => dev?.[set];
    return [
      line(checks, { x, y, stroke: color, strokeDasharray: dash }),
      dot(checks, { x, y, fill: color, r: 3, symbol }),
    ];
  });
  return chartOf(view, { value: ({ fit }) => fit, ticks: (value) => percent(value) }, dev);
}

/** One line along the training with the points on it; the same margins for all, so that charts one above another line up. */
function chartOf(
  { trace: { entries }, along, points, current }: TraceView,
  y: { value: (entry: TraceEntry) => number; ticks: (value: number) => string; fromZero?: boolean },
  more: readonly Markish[] = [],
): PlotOptions {
  const { label, value: x } = AXES[along];
  const marked = points.map(({ at }) => entries[at]!);
  const isCurrent = (_: unknown, i: number) => i === current;
  return {
    marginLeft: 54,
    marginRight: 16,
    marginTop: 26,
    marginBottom: 42,
    x: { domain: [0, x(entries.at(-1)!)] },
    y: { zero: y.fromZero ?? false, nice: true },
    marks: [
      gridY({ stroke: 'var(--chart-grid)', strokeOpacity: 1, ticks: 5 }),
      axisX({ label, labelAnchor: 'center', labelArrow: 'none', ticks: 5, tickFormat: count }),
      axisY({ label: null, tickSize: 0, ticks: 5, tickFormat: y.ticks }),
      ruleX(marked, { x, stroke: 'var(--chart-muted)', strokeDasharray: '2,3' }),
      ruleX(marked.filter(isCurrent), { x, stroke: 'currentColor', strokeWidth: 1.5 }),
      ...more,
      line(entries, { x, y: y.value, stroke: PLAIN, strokeWidth: 2 }),
      dot(marked, {
        x,
        y: y.value,
        r: (_: unknown, i: number) => (i === current ? 6 : 4),
        fill: (_: unknown, i: number) => (i === current ? PLAIN : 'var(--chart-paper)'),
        stroke: PLAIN,
        strokeWidth: 2,
      }),
      ...[true, false].map((bold) =>
        text(marked, {
          x,
          filter: (_: unknown, i: number) => (i === current) === bold,
          text: (_: unknown, i: number) => String(i + 1),
          frameAnchor: 'top',
          dy: -14,
          fontSize: 12,
          fontWeight: bold ? 750 : 400,
          fill: 'currentColor',
        }),
      ),
    ],
  };
}
