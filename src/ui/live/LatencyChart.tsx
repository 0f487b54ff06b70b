import { barY, ruleY, text, type PlotOptions } from '@observablehq/plot';
import { useMemo } from 'react';
import { summarize } from '../../core/stats.ts';
import type { Sample } from '../../state/live-state.ts';
import { Chart } from '../parts/Chart.tsx';
import { ms } from '../parts/format.ts';
import { PARTS } from './timing-parts.ts';

/** One bar for each answer, stacked by where its time went; lines at the median and the 95th percentile. */
export function LatencyChart({ samples }: { samples: readonly Sample[] }) {
  const { median, p95 } = summarize(samples.map(({ totalMs }) => totalMs));
  const label = `${samples.length} answers, half of them within ${ms(median)}, 95 of 100 within ${ms(p95)}.`;
  // The chart is redrawn when its options are new.
  const options = useMemo(() => draw(samples, median, p95), [samples, median, p95]);
  return <Chart label={label} height={160} options={options} />;
}

const PLACES = 60;

function draw(samples: readonly Sample[], median: number, p95: number): PlotOptions {
  const first = PLACES - samples.length; // the newest stands at the right edge
  // One outlier must not flatten the rest: what is over the top is cut there, and marked.
  const top = Math.min(2 * p95, Math.max(...samples.map(({ totalMs }) => totalMs)));
  const cut = samples.flatMap(({ totalMs }, i) => (totalMs > top ? [first + i] : []));
  const parts = samples.flatMap((sample, i) =>
    PARTS.map(({ name, of }) => ({ place: first + i, name, ms: of(sample) })),
  );
  // One line of text apart even where the values are the same.
  const rules = [
    { at: p95, name: 'p95', dy: -6 },
    { at: median, name: 'p50', dy: 6 },
  ];
  return {
    marginLeft: 40,
    marginRight: 30,
    marginTop: 14,
    marginBottom: 8,
    x: { type: 'band', domain: Array.from({ length: PLACES }, (_, i) => i), axis: null },
    y: { label: null, ticks: 4, domain: [0, top], grid: true },
    color: { domain: PARTS.map(({ name }) => name), range: PARTS.map(({ color }) => color) },
    marks: [
      barY(parts, {
        x: 'place',
        y: 'ms',
        fill: 'name',
        order: PARTS.map(({ name }) => name),
        clip: true,
      }),
      text(cut, { x: (place: number) => place, y: top, text: () => '▲', dy: -5, fontSize: 8 }),
      ruleY(rules, { y: 'at', strokeDasharray: '4,3' }),
      ...rules.map(({ at, name, dy }) =>
        text([name], {
          y: [at],
          text: [name],
          frameAnchor: 'right',
          textAnchor: 'start',
          dx: 4,
          dy,
        }),
      ),
    ],
  };
}
