import { areaY, axisX, axisY, dot, gridY, line, type PlotOptions } from '@observablehq/plot';
import { wilson } from '../../../core/analysis/wilson.ts';
import type { LearningPoint } from '../../../core/learn/train/trainer.ts';
import { count, percent } from '../../parts/format.ts';
import { TRAIN_COLOR, VALIDATION_COLOR } from './curves-chart.ts';

/** A point with the share right on the test texts and its 95 % interval. */
export interface LearningRow {
  texts: number;
  train: number;
  share: number;
  low: number;
  high: number;
}

export const rowsOf = (points: readonly LearningPoint[]): LearningRow[] =>
  points.map(({ texts, train, right, of }) => ({ texts, train, ...wilson(right, of) }));

/** Share right over the number of texts learnt from: of those texts, and of the test texts with a band for the interval. */
export function learningChart(rows: readonly LearningRow[]): PlotOptions {
  const low = Math.min(...rows.flatMap(({ low, train }) => [low, train]));
  return {
    marginLeft: 46,
    marginRight: 14,
    marginTop: 10,
    marginBottom: 42,
    x: { domain: [0, Math.max(...rows.map(({ texts }) => texts))] },
    y: { domain: [Math.max(0, low - 0.05), 1] },
    marks: [
      gridY({ ticks: 5, stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisY({ ticks: 5, label: null, tickSize: 0, tickFormat: (share: number) => percent(share) }),
      axisX({ ticks: 5, label: 'Texts learnt from', labelArrow: 'none', labelAnchor: 'center' }),
      areaY(rows, { x: 'texts', y1: 'low', y2: 'high', fill: VALIDATION_COLOR, fillOpacity: 0.18 }),
      line(rows, { x: 'texts', y: 'train', stroke: TRAIN_COLOR, strokeWidth: 2 }),
      dot(rows, { x: 'texts', y: 'train', r: 3, fill: TRAIN_COLOR }),
      line(rows, {
        x: 'texts',
        y: 'share',
        stroke: VALIDATION_COLOR,
        strokeWidth: 2,
        strokeDasharray: '6,3',
      }),
      dot(rows, { x: 'texts', y: 'share', r: 3.5, fill: VALIDATION_COLOR }),
    ],
  };
}

/** What the curve says about more texts: the last doubling or so against the interval. */
export function learningText(rows: readonly LearningRow[]): string {
  const last = rows.at(-1)!;
  const before = rows.findLast(({ texts }) => texts <= last.texts / 2);
  if (!before) return '';
  const from = `from ${count(before.texts)} to ${count(last.texts)} texts the share right went from ${percent(before.share, 1)} to ${percent(last.share, 1)}`;
  return last.share > before.high
    ? `It is still rising: ${from}. More labelled texts would probably help.`
    : `No clear rise any more: ${from}, which is within the interval. More texts of the same kind may not help; a larger test part would show smaller differences.`;
}
