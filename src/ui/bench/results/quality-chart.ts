import {
  axisX,
  axisY,
  dot,
  gridX,
  gridY,
  ruleX,
  ruleY,
  text,
  type PlotOptions,
} from '@observablehq/plot';
import { BONUS_MS, LEAST_ACCURACY, type Estimate } from '../../../core/bench/figures.ts';
import { ms, percent } from '../../parts/format.ts';
import { axisName, logScale, tickText } from './axis-scale.ts';
import { pointLabels } from './marks.ts';
import { boundText } from './ratio-text.ts';

export interface QualityPoint {
  name: string;
  /** ms a review in real time. */
  speed: number;
  accuracy: Estimate;
  kind: 'transformer' | 'lexicon' | 'linear';
}

const LOOKS: Record<
  QualityPoint['kind'],
  { color: string; symbol: 'circle' | 'square' | 'diamond' }
> = {
  transformer: { color: 'var(--chart-1)', symbol: 'circle' },
  linear: { color: 'var(--chart-2)', symbol: 'square' },
  lexicon: { color: 'var(--chart-3)', symbol: 'diamond' },
};
const color = ({ kind }: QualityPoint) => LOOKS[kind].color;

/** Accuracy with its interval over ms a review, with the experiment's lines: least accuracy, bonus and bound. */
export function qualityChart(points: readonly QualityPoint[], boundMs: number): PlotOptions {
  const bounds = [BONUS_MS, boundMs];
  const speeds = [...points.map(({ speed }) => speed), ...bounds];
  const { domain, ticks } = logScale(Math.min(...speeds), Math.max(...speeds));
  const lows = points.map(({ accuracy }) => accuracy.low);
  const from = Math.max(0, Math.floor(Math.min(...lows, LEAST_ACCURACY) * 10 - 0.4) / 10);
  const shares = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].filter((y) => y >= from);
  const rule = { stroke: 'currentColor', strokeDasharray: '3,3' };
  return {
    marginLeft: 44,
    marginRight: 20,
    marginTop: 24,
    marginBottom: 44,
    x: { type: 'log', domain },
    y: { domain: [from, 1] },
    marks: [
      gridX(ticks, { stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      gridY(shares, { stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisX(ticks, {
        ...axisName('ms a review in real time (log)'),
        text: tickText,
      }),
      axisY(shares, { label: null, tickSize: 0, tickFormat: (share: number) => percent(share) }),
      ruleX(bounds, rule),
      text(bounds, {
        x: (bound: number) => bound,
        text: boundText,
        frameAnchor: 'top',
        dy: -12,
        fontSize: 12,
      }),
      ruleY([LEAST_ACCURACY], rule),
      text([LEAST_ACCURACY], {
        y: LEAST_ACCURACY,
        text: (share: number) => percent(share),
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: 4,
        dy: -8,
        fontSize: 12,
      }),
      ruleX(points, {
        x: 'speed',
        y1: ({ accuracy }: QualityPoint) => accuracy.low,
        y2: ({ accuracy }: QualityPoint) => accuracy.high,
        stroke: color,
        strokeWidth: 3,
        strokeOpacity: 0.5,
      }),
      dot(points, {
        x: 'speed',
        y: ({ accuracy }: QualityPoint) => accuracy.value,
        r: 5,
        fill: color,
        symbol: ({ kind }: QualityPoint) => LOOKS[kind].symbol,
      }),
      pointLabels(
        points.map((point) => ({
          name: point.name,
          x: point.speed,
          y: point.accuracy,
          color: color(point),
        })),
        { x: bounds, y: [LEAST_ACCURACY] },
      ),
    ],
  };
}

export const qualityLabel = (points: readonly QualityPoint[]): string =>
  `Share of right labels against time for a review. ${points
    .map(
      ({ name, speed, accuracy: { value, low, high } }) =>
        `${name}: ${percent(value, 1)} (${percent(low, 1)} to ${percent(high, 1)}) at ${ms(speed)}`,
    )
    .join('; ')}.`;
