import {
  axisX,
  axisY,
  dot,
  gridY,
  line,
  ruleX,
  ruleY,
  text,
  type PlotOptions,
} from '@observablehq/plot';
import { rate } from './quantities.ts';
import type { WaitPoint } from './wait-points.ts';

interface WaitChart {
  curve: readonly WaitPoint[];
  /** The job's own; undefined where nobody waits. */
  own: WaitPoint | undefined;
  /** Reviews a second that can be answered at most. */
  capacity: number;
  /** Seconds. */
  patience: number | undefined;
  /** p95 in seconds, as measured. */
  measured: readonly { rate: number; p95: number }[];
}

const MEAN = 'var(--chart-1)';
const P95 = 'var(--chart-3)';

/** Wait for an answer against arrivals: flat for long, then a wall. */
export function waitChart({ curve, own, capacity, patience, measured }: WaitChart): PlotOptions {
  const seen = measured.filter(({ rate }) => rate <= capacity * 1.1);
  const shown = own && own.utilisation < 1 ? [own] : [];
  const waits = [...curve, ...shown].flatMap(({ mean, p95 }) => [mean, p95]);
  const all = [...waits, ...seen.map(({ p95 }) => p95)].map((s) => s * 1000);
  const [low, high] = [Math.min(...all) / 2, Math.max(...all) * 1.3];
  const bound =
    patience === undefined ? [] : [patience * 1000].filter((ms) => ms > low && ms < high);
  const ticks = logTicks(low, high);
  return {
    marginLeft: 56,
    marginRight: 64,
    marginTop: 26,
    marginBottom: 44,
    x: { domain: [0, capacity * 1.1] },
    y: { type: 'log', domain: [low, high] },
    marks: [
      gridY(ticks, { stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisY(ticks, { label: null, tickSize: 0, text: rate }),
      axisX({
        ticks: 5,
        label: 'Reviews arriving a second',
        labelArrow: 'none',
        labelAnchor: 'center',
        labelOffset: 36,
      }),
      text(['ms from arrival to answer (log)'], {
        frameAnchor: 'top-left',
        textAnchor: 'start',
        dx: -46,
        dy: -20,
        fontSize: 12,
      }),
      ruleX([capacity], { stroke: 'currentColor', strokeDasharray: '3,3' }),
      text([capacity], {
        x: capacity,
        text: () => 'full use',
        frameAnchor: 'bottom',
        textAnchor: 'start',
        dx: 4,
        dy: -4,
        fontSize: 12,
      }),
      ruleY(bound, { stroke: 'currentColor', strokeDasharray: '6,3' }),
      text(bound, {
        y: (ms: number) => ms,
        text: () => 'patience',
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: 4,
        dy: -8,
        fontSize: 12,
      }),
      line(curve, { x: 'rate', y: inMs('mean'), stroke: MEAN, strokeWidth: 2 }),
      line(curve, {
        x: 'rate',
        y: inMs('p95'),
        stroke: P95,
        strokeWidth: 2,
        strokeDasharray: '8,3',
      }),
      text(curve.slice(-1), endLabel('mean', 'mean', MEAN, capacity)),
      text(curve.slice(-1), endLabel('p95', '95 of 100', P95, capacity)),
      dot(seen, {
        x: 'rate',
        y: ({ p95 }: { p95: number }) => p95 * 1000,
        r: 4,
        stroke: P95,
        strokeWidth: 1.5,
        fill: 'var(--chart-paper)',
      }),
      ...shown.map(({ rate }) => ruleX([rate], { stroke: 'currentColor', strokeWidth: 1.5 })),
      dot(shown, { x: 'rate', y: inMs('p95'), r: 6, fill: P95 }),
      dot(shown, { x: 'rate', y: inMs('mean'), r: 6, fill: MEAN }),
      text(shown, {
        x: 'rate',
        text: () => 'your peak',
        frameAnchor: 'bottom',
        textAnchor: own && own.rate > capacity / 2 ? 'end' : 'start',
        dx: own && own.rate > capacity / 2 ? -5 : 5,
        dy: -4,
        fontSize: 12,
        stroke: 'var(--chart-paper)',
        strokeWidth: 4,
        fill: 'currentColor',
      }),
    ],
  };
}

const inMs = (field: 'mean' | 'p95') => (point: WaitPoint) => point[field] * 1000;

/** Beyond full use, where no curve is. */
const endLabel = (field: 'mean' | 'p95', name: string, fill: string, capacity: number) => ({
  x: () => capacity,
  y: inMs(field),
  text: () => name,
  textAnchor: 'start' as const,
  dx: 6,
  fontSize: 12,
  fill,
  stroke: 'var(--chart-paper)',
  strokeWidth: 4,
});

/** Powers of ten within, for a logarithmic axis; where they are few, twos and fives too. */
function logTicks(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.floor(Math.log10(high));
  const ticks = (factors: readonly number[]) =>
    Array.from({ length: last - first + 1 }, (_, i) => Number(`1e${first + i}`))
      .flatMap((power) => factors.map((factor) => factor * power))
      .filter((tick) => tick > low && tick < high);
  const powers = ticks([1]);
  return powers.length < 3 ? ticks([1, 2, 5]) : powers;
}
