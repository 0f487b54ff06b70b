import {
  axisX,
  axisY,
  dot,
  gridX,
  gridY,
  ruleX,
  ruleY,
  type PlotOptions,
} from '@observablehq/plot';
import { LEAST_ACCURACY, type Estimate } from '../../../core/bench/figures.ts';
import { percent } from '../../parts/format.ts';
import { logScale, tickText } from './axis-scale.ts';
import { pointLabels } from './marks.ts';

export interface QualityPoint {
  name: string;
  /** ms a review. */
  speed: number;
  accuracy: Estimate;
  kind: 'transformer' | 'lexicon' | 'linear';
}

const BOUNDS = [5, 100];
const COLORS: Record<QualityPoint['kind'], string> = {
  transformer: 'var(--chart-1)',
  linear: 'var(--chart-2)',
  lexicon: 'var(--chart-3)',
};

/** Accuracy with its interval over ms a review, with the experiment's lines: 85 %, 0.005 s and 0.1 s. */
export function qualityChart(points: readonly QualityPoint[]): PlotOptions {
  const speeds = [...points.map(({ speed }) => speed), ...BOUNDS];
  const { domain, ticks } = logScale(Math.min(...speeds), Math.max(...speeds));
  const lows = points.map(({ accuracy }) => accuracy.low);
  const from = Math.max(0, Math.floor(Math.min(...lows, LEAST_ACCURACY) * 10 - 0.4) / 10);
  const shares = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].filter((y) => y >= from);
  return {
    marginLeft: 44,
    marginRight: 20,
    marginTop: 16,
    marginBottom: 44,
    x: { type: 'log', domain },
    y: { domain: [from, 1] },
    marks: [
      gridX(ticks, { stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      gridY(shares, { stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisX(ticks, {
        label: 'ms a review in real time (log)',
        labelArrow: 'none',
        labelAnchor: 'center',
        text: tickText,
      }),
      axisY(shares, { label: null, tickSize: 0, tickFormat: (share: number) => percent(share) }),
      ruleX(BOUNDS, { stroke: 'currentColor', strokeDasharray: '3,3' }),
      ruleY([LEAST_ACCURACY], { stroke: 'currentColor', strokeDasharray: '3,3' }),
      ruleX(points, {
        x: 'speed',
        y1: ({ accuracy }: QualityPoint) => accuracy.low,
        y2: ({ accuracy }: QualityPoint) => accuracy.high,
        stroke: ({ kind }: QualityPoint) => COLORS[kind],
        strokeWidth: 3,
        strokeOpacity: 0.5,
      }),
      dot(points, {
        x: 'speed',
        y: ({ accuracy }: QualityPoint) => accuracy.value,
        r: 5,
        fill: ({ kind }: QualityPoint) => COLORS[kind],
        symbol: ({ kind }: QualityPoint) => (kind === 'transformer' ? 'circle' : 'square'),
      }),
      pointLabels(
        points.map(({ name, speed, accuracy, kind }) => ({
          name,
          x: speed,
          y: accuracy.value,
          color: COLORS[kind],
        })),
      ),
    ],
  };
}
