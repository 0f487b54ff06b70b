import { axisX, axisY, dot, gridY, line, ruleX, type PlotOptions } from '@observablehq/plot';
import type { CurvePoint } from '../../../core/learn/train/solver.ts';
import { percent } from '../../parts/format.ts';

export type Reading = 'loss' | 'accuracy';

export const TRAIN_COLOR = 'var(--chart-1)';
export const VALIDATION_COLOR = 'var(--chart-2)';

/** Points drawn at most: a screen shows no more. */
const MOST_POINTS = 120;

/** The step with the lowest validation loss, the start aside: the weights that are taken. */
export function bestOf(points: readonly CurvePoint[]): CurvePoint | undefined {
  return points
    .slice(1)
    .reduce<CurvePoint | undefined>(
      (best, point) => (best && best.validation.loss <= point.validation.loss ? best : point),
      undefined,
    );
}

/** At most MOST_POINTS of them, evenly; the last is always there. */
export function thinned(points: readonly CurvePoint[]): CurvePoint[] {
  const every = Math.ceil(points.length / MOST_POINTS);
  return points.filter((_, i) => (points.length - 1 - i) % every === 0);
}

/** Training and validation over the steps; the best step is marked. */
export function curvesChart(all: readonly CurvePoint[], reading: Reading): PlotOptions {
  const points = thinned(all);
  const best = bestOf(all);
  const last = all.at(-1)!.step;
  const values = points.flatMap(({ train, validation }) => [train[reading], validation[reading]]);
  const low = Math.min(...values);
  return {
    marginLeft: 46,
    marginRight: 14,
    marginTop: 10,
    marginBottom: 42,
    x: { domain: [0, Math.max(10, last)] },
    y: { domain: reading === 'loss' ? [0, Math.max(...values) * 1.05] : [Math.min(low, 0.5), 1] },
    marks: [
      gridY({ ticks: 5, stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisY({
        ticks: 5,
        label: null,
        tickSize: 0,
        ...(reading === 'accuracy' && { tickFormat: (share: number) => percent(share) }),
      }),
      axisX({ ticks: 5, label: 'Step', labelArrow: 'none', labelAnchor: 'center' }),
      line(points, {
        x: 'step',
        y: ({ train }: CurvePoint) => train[reading],
        stroke: TRAIN_COLOR,
        strokeWidth: 2,
      }),
      line(points, {
        x: 'step',
        y: ({ validation }: CurvePoint) => validation[reading],
        stroke: VALIDATION_COLOR,
        strokeWidth: 2,
        strokeDasharray: '6,3',
      }),
      ...(best
        ? [
            ruleX([best.step], { stroke: 'currentColor', strokeDasharray: '2,3' }),
            dot([best], {
              x: 'step',
              y: ({ validation }: CurvePoint) => validation[reading],
              r: 4.5,
              fill: VALIDATION_COLOR,
              stroke: 'var(--chart-paper)',
            }),
          ]
        : []),
    ],
  };
}

/** @returns the chart in a sentence */
export function curvesLabel(points: readonly CurvePoint[], reading: Reading): string {
  const [first, last, best] = [points[0]!, points.at(-1)!, bestOf(points)];
  const show = (value: number) => (reading === 'loss' ? value.toFixed(3) : percent(value, 1));
  const from = (part: 'train' | 'validation') =>
    `${show(first[part][reading])} to ${show(last[part][reading])}`;
  const name = reading === 'loss' ? 'Loss' : 'Share right';
  return `${name} by step, ${first.step} to ${last.step}: training ${from('train')}, validation ${from('validation')}${best ? `; best step ${best.step}` : ''}.`;
}
