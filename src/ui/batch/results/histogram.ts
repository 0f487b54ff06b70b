import { axisX, axisY, gridY, rectY, ruleY, type PlotOptions } from '@observablehq/plot';
import { areSentiment } from '../../../core/sentiment.ts';
import { count, percent } from '../../parts/format.ts';

/** Room around the bars in px: the buttons over them need to know. */
export const MARGIN = { left: 48, right: 16, top: 12, bottom: 44 };

/** The probability from which to which bin `i` of `bins` goes. */
export const binOf = (i: number, bins: number): readonly [number, number] => [
  i / bins,
  (i + 1) / bins,
];

/**
 * Bars of a probability: how sure the model is, and how many reviews lie in between.
 *
 * @param of "P(positive)" or "Confidence"
 */
export function histogram(bins: readonly number[], of: string): PlotOptions {
  const bars = bins.map((reviews, i) => {
    const [from, to] = binOf(i, bins.length);
    return { from, to, reviews };
  });
  return {
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    x: { domain: [0, 1] },
    y: { domain: [0, Math.max(1, ...bins)] },
    marks: [
      gridY({ ticks: 4, stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisY({ ticks: 4, label: null, tickSize: 0, tickFormat: (n: number) => compact(n) }),
      axisX({ ticks: 5, label: of, labelArrow: 'none', labelAnchor: 'center' }),
      rectY(bars, {
        x1: 'from',
        x2: 'to',
        y: 'reviews',
        fill: 'var(--chart-plain)',
        insetLeft: 1,
        insetRight: 1,
      }),
      ruleY([0], { stroke: 'var(--chart-muted)' }),
    ],
  };
}

/** In one sentence, for those who don't see the bars. */
export function histogramLabel(bins: readonly number[], of: string): string {
  const total = bins.reduce((sum, n) => sum + n, 0);
  if (total === 0) return `Distribution of ${of}: nothing scored yet.`;
  const part = (from: number, to: number) =>
    percent(bins.slice(from, to).reduce((sum, n) => sum + n, 0) / total);
  const fifth = bins.length / 5;
  return (
    `Distribution of ${of} over ${count(total)} reviews: ${part(0, fifth)} below 0.2, ` +
    `${part(fifth, 4 * fifth)} between, ${part(4 * fifth, bins.length)} from 0.8 up.`
  );
}

const whole = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const compact = (n: number) => (Number.isInteger(n) ? whole.format(n) : '');

/** What the bars count: P(positive), or of labels that are not sentiment the confidence. */
export const histogramOf = (labels: readonly string[]) =>
  areSentiment(labels)
    ? { title: 'How positive', of: 'P(positive)' }
    : { title: 'How sure', of: 'Confidence' };
