import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Figures, Headline } from '../../../core/bench/figures.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { count, ms } from '../../parts/format.ts';
import { csvOf, type FigureTable } from '../../parts/figure-table.ts';
import { AsTable } from '../../parts/NumbersTable.tsx';
import styles from './results.module.css';
import { seriesChart, type Point, type Series } from './series-chart.ts';
import { levelsOf, seriesOf, variedOf, type Axis, type Reading, type Varied } from './varied.ts';

const AXES: Record<Axis, { label: string; title: string }> = {
  batchSize: { label: 'Reviews in a batch', title: 'batch size' },
  workers: { label: 'Workers', title: 'workers' },
  tokens: { label: 'Tokens of a text', title: 'text length' },
};
const ALL: readonly Axis[] = ['batchSize', 'workers', 'tokens'];

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
  /** Whose model's variants are drawn, on all its devices. */
  headline: Headline;
  /** Leaves out all but the throughput. */
  presenting: boolean;
}

/** Throughput and latency against what was varied: batch size, workers, text length. */
export function VariedCards({ figures, headline, presenting }: Props) {
  const found = useMemo(
    () => ALL.map((of) => ({ of, varied: variedOf(figures, headline, of) })),
    [figures, headline],
  );
  const missing = found.filter(({ varied }) => !varied).map(({ of }) => AXES[of].title);
  return (
    <>
      {found.map(
        ({ of, varied }) =>
          varied && (
            <div key={of} className={presenting ? undefined : styles.pair}>
              <VariedCard varied={varied} reading="throughput" />
              {!presenting && <VariedCard varied={varied} reading="latency" />}
            </div>
          ),
      )}
      {missing.length > 0 && !presenting && (
        <Text size="sm" c="dimmed">
          Not drawn: {missing.join(', ')}. Fewer than two values were measured; choose more before a
          run to see what {missing.length > 1 ? 'they change' : 'it changes'}.
        </Text>
      )}
    </>
  );
}

function VariedCard({ varied, reading }: { varied: Varied; reading: Reading }) {
  const { label, title } = AXES[varied.of];
  const { about, ...words } = READINGS[reading];
  const series = useMemo(() => seriesOf(varied, reading), [varied, reading]);
  const options = useMemo(() => {
    // Over lengths both go through decades; else the eye compares heights, so they begin at zero.
    const zero = reading === 'throughput' && varied.of !== 'tokens';
    return seriesChart({
      series,
      x: { label, doubling: true },
      y: { label: words.label, ...(zero && { from: 'zero' }) },
      levels: levelsOf(varied, reading),
    });
  }, [series, varied, reading, label, words.label]);
  const name = `${words.title} against ${title}`;
  const table = tableOf(series, label, reading);
  return (
    <ChartCard
      title={name}
      label={labelOf(name, words.label, series)}
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

function labelOf(name: string, label: string, series: readonly Series[]): string {
  const parts = series.map(
    (each) =>
      `${each.name}: ${each.points.map(({ x, y }) => `${y.value.toFixed(1)} at ${count(x)}`).join(', ')}`,
  );
  return `${name}, ${label.charAt(0).toLowerCase() + label.slice(1)}. ${parts.join('; ')}.`;
}

function tableOf(
  series: readonly Series[],
  label: string,
  reading: Reading,
): FigureTable<Point & { name: string }> {
  const { title } = READINGS[reading];
  const unit = reading === 'latency' ? 'ms' : 'reviews a second';
  const show = reading === 'latency' ? ms : (value: number) => value.toFixed(1);
  return {
    rows: series.flatMap(({ name, points }) => points.map((point) => ({ ...point, name }))),
    columns: [
      { name: 'Variant', value: ({ name }) => name },
      { name: label, value: ({ x }) => x },
      { name: title, unit, value: ({ y }) => y.value, show },
      { name: 'Low', unit, value: ({ y }) => y.low, show },
      { name: 'High', unit, value: ({ y }) => y.high, show },
    ],
  };
}
