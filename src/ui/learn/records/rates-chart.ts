import { axisX, dot, gridX, ruleY, text, type PlotOptions } from '@observablehq/plot';
import type { Rate } from '../../../core/learn/trace/read-metrics.ts';

/** A set of texts and how often the model is right, or wrong, on it. */
export interface RateRow {
  name: string;
  /** As the file calls it. */
  id: string;
  ours: boolean;
  rate: Rate;
  f1: Readonly<Record<'negative' | 'neutral' | 'positive', number>> | undefined;
}

const ROW_PX = 36;
const MARGIN_TOP = 8;
const MARGIN_BOTTOM = 44;

export const ratesHeight = (rows: readonly RateRow[]): number =>
  rows.length * ROW_PX + MARGIN_TOP + MARGIN_BOTTOM;

const color = ({ ours }: RateRow) => (ours ? 'var(--chart-2)' : 'var(--chart-1)');

/** A row for each set, its name and figure above its interval: all of it fits on a phone. */
export function ratesChart(rows: readonly RateRow[], axis: string): PlotOptions {
  const low = Math.min(...rows.map(({ rate }) => rate.interval[0]));
  const high = Math.max(...rows.map(({ rate }) => rate.interval[1]));
  const domain = [Math.floor(low / 10) * 10, Math.ceil(high / 10) * 10];
  const ticks = Array.from({ length: (domain[1]! - domain[0]!) / 10 + 1 }, (_, i) => {
    return domain[0]! + i * 10;
  });
  const places = [...rows.keys()];
  const above = (place: number) => place - 0.2;
  const below = (place: number) => place + 0.22;
  const row = (place: number) => rows[place]!;
  const letters = {
    y: above,
    fontSize: 12,
    stroke: 'var(--chart-paper)', // legible over the grid
    strokeWidth: 4,
    fill: 'currentColor',
  };
  return {
    marginLeft: 14,
    marginRight: 18,
    marginTop: MARGIN_TOP,
    marginBottom: MARGIN_BOTTOM,
    x: { domain },
    y: { domain: [rows.length - 0.5, -0.5], axis: null },
    marks: [
      gridX(ticks, { stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisX(ticks, { label: axis, labelAnchor: 'center', labelArrow: 'none', tickSize: 0 }),
      ruleY(places, {
        y: below,
        x1: (place: number) => row(place).rate.interval[0],
        x2: (place: number) => row(place).rate.interval[1],
        stroke: (place: number) => color(row(place)),
        strokeWidth: 3,
        strokeOpacity: 0.5,
      }),
      dot(places, {
        x: (place: number) => row(place).rate.percent,
        y: below,
        r: 4.5,
        fill: (place: number) => color(row(place)),
        symbol: (place: number) => (row(place).ours ? 'square' : 'circle'),
      }),
      text(places, {
        ...letters,
        text: (place: number) => row(place).name,
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: -12,
      }),
      text(places, {
        ...letters,
        text: (place: number) => rateText(row(place).rate.percent),
        frameAnchor: 'right',
        textAnchor: 'end',
        dx: 14,
      }),
    ],
  };
}

const ONE_DIGIT = new Intl.NumberFormat('en', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** @param value in percent: through a share it would not come back as it was, nor be rounded as it stands in the file */
export const rateText = (value: number): string => `${ONE_DIGIT.format(value)}%`;
