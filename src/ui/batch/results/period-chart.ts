import { areaY, axisX, axisY, dot, gridY, line, rectY, text } from '@observablehq/plot';
import type { PlotOptions } from '@observablehq/plot';
import { shareIn } from '../../../core/analysis/tally.ts';
import type { Summary } from '../../../core/runs.ts';
import { count, percent } from '../../parts/format.ts';
import type { Focus } from './focus.ts';

export type Periods = NonNullable<Summary['periods']>;
type Point = Periods['points'][number];

/** Below the shares, in their own units: bars of how many reviews there are. */
const BARS = { foot: -0.4, tallest: 0.28 };

const middle = ({ from, to }: Point) => new Date((from + to) / 2);

/** A period without reviews has no share: the line breaks there instead of running over it. */
export function withGaps(points: readonly Point[]): (Point | undefined)[] {
  const held = points.filter(({ reviews }) => reviews > 0);
  return held.flatMap((point, i) => {
    const before = held[i - 1];
    return before && before.to < point.from ? [undefined, point] : [point];
  });
}

/** Share of a label over time, its 95 % interval as a band; underneath, the number of reviews. */
export function periodChart({ points }: Periods, { label, color }: Focus): PlotOptions {
  const held = points.filter(({ reviews }) => reviews > 0);
  const most = Math.max(1, ...held.map(({ reviews }) => reviews));
  const x = (point: Point | undefined) => point && middle(point);
  const y = (of: 'share' | 'low' | 'high') => (point: Point | undefined) =>
    point ? shareIn(point, label)[of] : NaN;
  const series = withGaps(points);
  return {
    marginLeft: 48,
    marginRight: 20,
    marginTop: 12,
    marginBottom: 38,
    x: { type: 'utc' },
    y: { domain: [BARS.foot, 1] },
    marks: [
      gridY([0, 0.25, 0.5, 0.75, 1], { stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisY([0, 0.25, 0.5, 0.75, 1], {
        label: null,
        tickSize: 0,
        tickFormat: (share: number) => percent(share),
      }),
      axisX({ ticks: 5, label: null }),
      areaY(series, {
        x: x,
        y1: y('low'),
        y2: y('high'),
        fill: color,
        fillOpacity: 0.22,
      }),
      line(series, { x: x, y: y('share'), stroke: color, strokeWidth: 2 }),
      dot(held, {
        x: middle,
        y: (point: Point) => shareIn(point, label).share,
        r: held.length > 60 ? 1.5 : 3,
        fill: ({ small }: Point) => (small ? 'var(--mantine-color-body)' : color),
        stroke: color,
      }),
      rectY(held, {
        x1: ({ from }: Point) => new Date(from),
        x2: ({ to }: Point) => new Date(to),
        y1: BARS.foot,
        y2: ({ reviews }: Point) => BARS.foot + (BARS.tallest * reviews) / most,
        fill: 'var(--chart-muted)',
        insetLeft: 0.5,
        insetRight: 0.5,
      }),
      text([count(most)], {
        frameAnchor: 'left',
        textAnchor: 'end',
        y: [BARS.foot + BARS.tallest],
        dx: -6,
        fontSize: 11,
      }),
    ],
  };
}

export function periodLabel({ unit, points }: Periods, { label, name }: Focus): string {
  const held = points.filter(({ reviews }) => reviews > 0);
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last) return 'No dated reviews yet.';
  return (
    `Share of ${name} reviews by ${unit}, ${count(held.length)} with reviews: ` +
    `${percent(shareIn(first, label).share)} in the first, ${percent(shareIn(last, label).share)} in the last.`
  );
}
