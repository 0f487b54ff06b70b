import { axisX, axisY, dot, gridX, gridY, link, ruleX, type PlotOptions } from '@observablehq/plot';
import type { Metrics } from '../../../core/runs.ts';
import { percent } from '../../parts/format.ts';

type Bin = Metrics['calibration'][number];

/** How often the model is right where it is how sure: on the diagonal it means what it says. */
export function calibrationChart(bins: readonly Bin[]): PlotOptions {
  const least = Math.min(0.3, ...bins.map(({ from }) => from));
  const share = (value: number) => percent(value);
  return {
    marginLeft: 48,
    marginRight: 24,
    marginTop: 12,
    marginBottom: 46,
    x: { domain: [least, 1] },
    y: { domain: [0, 1] },
    r: { range: [2, 8], domain: [0, Math.max(1, ...bins.map(({ reviews }) => reviews))] },
    marks: [
      gridX({ ticks: 4, stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      gridY({ ticks: 4, stroke: 'var(--chart-grid)', strokeOpacity: 1 }),
      axisX({
        ticks: 4,
        label: 'Confidence',
        labelArrow: 'none',
        labelAnchor: 'center',
        tickFormat: share,
      }),
      axisY({ ticks: 4, label: null, tickSize: 0, tickFormat: share }),
      link([0], {
        x1: least,
        y1: least,
        x2: 1,
        y2: 1,
        stroke: 'currentColor',
        strokeDasharray: '4,3',
      }),
      ruleX(bins, {
        x: 'confidence',
        y1: ({ accuracy }: Bin) => accuracy.low,
        y2: ({ accuracy }: Bin) => accuracy.high,
        stroke: 'var(--chart-plain)',
        strokeWidth: 2,
      }),
      dot(bins, {
        x: 'confidence',
        y: ({ accuracy }: Bin) => accuracy.share,
        r: 'reviews',
        fill: 'var(--chart-plain)',
      }),
    ],
  };
}

export const calibrationLabel = ({ calibration, ece }: Metrics): string =>
  `Share of right labels against confidence in ${calibration.length} bins; ` +
  `expected calibration error ${percent(ece, 1)}.`;
