import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Figures, ServerFigures } from '../../../core/bench/figures.ts';
import type { BenchResult } from '../../../core/bench/result.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { ms } from '../../parts/format.ts';
import { csvOf, type FigureTable } from '../../parts/figure-table.ts';
import { engineName } from './names.ts';
import { AsTable } from '../../parts/NumbersTable.tsx';
import { boundText } from './ratio-text.ts';
import { Section } from './Section.tsx';
import { seriesChart, type Series } from './series-chart.ts';
import { limitText } from './server-text.ts';

/** Latency when reviews arrive by themselves, against how many do. */
export function ServerCards({ figures, result }: { figures: Figures; result: BenchResult }) {
  if (figures.servers.length === 0) return null;
  return (
    <Section title="Reviews that arrive by themselves">
      {figures.servers.map((server) => (
        <OneServer key={server.engine.id} server={server} boundMs={result.settings.boundMs} />
      ))}
    </Section>
  );
}

function OneServer({ server, boundMs }: { server: ServerFigures; boundMs: number }) {
  const series = useMemo(() => seriesOf(server), [server]);
  const options = useMemo(
    () =>
      seriesChart({
        series,
        x: { label: 'Reviews arriving a second', doubling: false },
        y: { label: 'ms' },
        levels: [
          { name: `${boundText(boundMs)} bound`, y: boundMs, color: 'currentColor', dash: '3,3' },
        ],
      }),
    [series, boundMs],
  );
  const title = `Arrivals: ${engineName(server.engine)}`;
  const said = limitText(server, boundMs);
  const table = tableOf(server);
  return (
    <ChartCard
      title={title}
      label={`${title}. ${said}`}
      height={280}
      options={options}
      csv={() => csvOf(table)}
    >
      <Text size="sm">{said}</Text>
      <Text size="sm" c="dimmed">
        Reviews come at random (Poisson), one worker answers them in turn; time counts from a
        review’s arrival, its wait in the queue included. Hollow: over the bound.
      </Text>
      <AsTable name={title} table={table} />
    </ChartCard>
  );
}

function seriesOf({ points }: ServerFigures): Series[] {
  const flat = (value: number) => ({ value, low: value, high: value });
  return [
    {
      name: 'p95',
      color: 'var(--chart-3)',
      points: points.map(({ rate, figures, holds }) => ({
        x: rate,
        y: flat(figures.latency.p95),
        hollow: !holds,
      })),
    },
    {
      name: 'median',
      color: 'var(--chart-1)',
      points: points.map(({ rate, figures }) => ({ x: rate, y: figures.latency.median })),
    },
  ];
}

type Row = ServerFigures['points'][number];

const tableOf = ({ points }: ServerFigures): FigureTable<Row> => ({
  rows: points,
  columns: [
    { name: 'Reviews a second', value: ({ rate }) => rate },
    { name: 'Requests', value: ({ figures }) => figures.result.samples.length },
    { name: 'Median', unit: 'ms', value: ({ figures }) => figures.latency.median.value, show: ms },
    { name: 'p95', unit: 'ms', value: ({ figures }) => figures.latency.p95, show: ms },
    {
      name: 'Of it in the queue, mean',
      unit: 'ms',
      value: ({ figures }) => figures.parts.queue,
      show: ms,
    },
    { name: 'Keeps the bound', value: ({ holds }) => (holds ? 'yes' : 'no') },
  ],
});
