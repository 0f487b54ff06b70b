import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Figures } from '../../../core/bench/figures.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { count, ms } from '../../parts/format.ts';
import { csvOf, type FigureTable } from './figure-table.ts';
import { AsTable } from './NumbersTable.tsx';
import styles from './results.module.css';
import { seriesChart, type Point, type Series } from './series-chart.ts';
import { seriesOf, variedOf, type Reading, type Varied } from './varied.ts';

const AXES: Record<Varied['of'], { label: string; title: string }> = {
  batchSize: { label: 'Reviews in a batch', title: 'batch size' },
  workers: { label: 'Workers', title: 'workers' },
  tokens: { label: 'Tokens of a text', title: 'text length' },
};

const READINGS: Record<Reading, { title: string; label: string; about: string }> = {
  throughput: {
    title: 'Throughput',
    label: 'Reviews a second',
    about: 'Higher is better: reviews a second, all workers together.',
  },
  latency: {
    title: 'Latency',
    label: 'ms until a batch is answered',
    about: 'Lower is better: the longest that a review waits once its batch is sent.',
  },
};

interface Props {
  figures: Figures;
  /** The model whose variants are drawn. */
  engine: string | undefined;
  presenting: boolean;
}

/** Throughput and latency against what was varied: batch size, workers, text length. */
export function VariedCards({ figures, engine, presenting }: Props) {
  const axes = presenting
    ? (['batchSize', 'workers'] as const)
    : (['batchSize', 'workers', 'tokens'] as const);
  if (engine === undefined) return null;
  return axes.map((of) => {
    const varied = variedOf(figures, engine, of);
    return (
      varied && (
        <div key={of} className={styles.pair}>
          <VariedCard varied={varied} reading="throughput" />
          <VariedCard varied={varied} reading="latency" />
        </div>
      )
    );
  });
}

function VariedCard({ varied, reading }: { varied: Varied; reading: Reading }) {
  const { label, title } = AXES[varied.of];
  const { about, ...words } = READINGS[reading];
  const series = useMemo(() => seriesOf(varied, reading), [varied, reading]);
  const options = useMemo(
    () =>
      seriesChart({
        series,
        x: { label, doubling: true },
        y: { label: words.label, ...(reading === 'throughput' && { from: 'zero' as const }) },
      }),
    [series, label, words.label, reading],
  );
  const name = `${words.title} against ${title}`;
  const table = tableOf(series, label, reading);
  return (
    <ChartCard
      title={name}
      label={labelOf(name, series)}
      height={260}
      options={options}
      csv={() => csvOf(table)}
    >
      <Text size="sm" c="dimmed">
        {about} Bars: 95% intervals.
      </Text>
      <AsTable name={name} table={table} />
    </ChartCard>
  );
}

function labelOf(name: string, series: readonly Series[]): string {
  const parts = series.map(
    (each) =>
      `${each.name}: ${each.points.map(({ x, y }) => `${count(x)}: ${y.value.toFixed(1)}`).join(', ')}`,
  );
  return `${name}. ${parts.join('; ')}.`;
}

function tableOf(
  series: readonly Series[],
  label: string,
  reading: Reading,
): FigureTable<Point & { name: string }> {
  const show = reading === 'latency' ? ms : (value: number) => value.toFixed(1);
  return {
    rows: series.flatMap(({ name, points }) => points.map((point) => ({ ...point, name }))),
    columns: [
      { name: 'Variant', value: ({ name }) => name },
      { name: label, value: ({ x }) => x },
      { name: READINGS[reading].label, value: ({ y }) => y.value, show },
      { name: 'Low', value: ({ y }) => y.low, show },
      { name: 'High', value: ({ y }) => y.high, show },
    ],
  };
}
