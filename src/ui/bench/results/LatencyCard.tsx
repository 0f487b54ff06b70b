import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { CellFigures, Headline } from '../../../core/bench/figures.ts';
import type { BenchResult } from '../../../core/bench/result.ts';
import { summarize } from '../../../core/stats.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { ms } from '../../parts/format.ts';
import { csvOf, type FigureTable } from './figure-table.ts';
import {
  latencyChart,
  latencyChartHeight,
  latencyLabel,
  type LatencyRow,
} from './latency-chart.ts';
import { cellName } from './names.ts';
import { AsTable } from './NumbersTable.tsx';

const TITLE = 'Latency';

/** Every sample: real time, and both sides of a batch, what a review costs and what it waits. */
export function LatencyCard({ headline, result }: { headline: Headline; result: BenchResult }) {
  const batched = largestOf(headline);
  const rows = useMemo(() => latencyRows(headline), [headline]);
  const { boundMs } = result.settings;
  const options = useMemo(() => latencyChart(rows, boundMs), [rows, boundMs]);
  const table = tableOf(rows);
  const grouped = headline.realTime.latency.groupedBy;
  return (
    <ChartCard
      title={TITLE}
      label={latencyLabel(rows)}
      height={latencyChartHeight(rows.length)}
      options={options}
      csv={() => csvOf(samplesOf(rows))}
    >
      <Text size="sm" c="dimmed">
        {batched && `Batch: ${cellName(batched.cell)}. `}Every sample is a dot. Thick line: the
        median with its 95% interval; dashed, with a triangle: p95, which 95 of 100 stay under. A
        batch costs less for each review than its longest wait: the first review in it waits for the
        last.
        {grouped > 1 &&
          ` In real time ${grouped} in a row make one dot: single ones were too short for this browser’s clock.`}
      </Text>
      <AsTable name={TITLE} table={table} />
    </ChartCard>
  );
}

/** The cell with the largest batches, sorted if there is a choice; none where no batch had company. */
function largestOf({ batch, others }: Headline): CellFigures | undefined {
  const largest = [...(batch ? [batch] : []), ...others.map(({ figures }) => figures)].toSorted(
    (a, b) =>
      b.cell.batchSize - a.cell.batchSize ||
      a.cell.workers - b.cell.workers ||
      Number(b.cell.plan === 'sorted') - Number(a.cell.plan === 'sorted'),
  )[0];
  return largest && largest.cell.batchSize > 1 ? largest : undefined;
}

function latencyRows(headline: Headline): LatencyRow[] {
  const { realTime } = headline;
  const largest = largestOf(headline);
  return [
    ofSamples('Real time', 'var(--chart-1)', realTime, realTime.drawn),
    ...(largest
      ? [
          ofSamples(
            `Share, batch of ${largest.cell.batchSize}`,
            'var(--chart-2)',
            largest,
            largest.amortised,
          ),
          ofSamples(
            `Wait, batch of ${largest.cell.batchSize}`,
            'var(--chart-3)',
            largest,
            largest.drawn,
          ),
        ]
      : []),
  ];
}

function ofSamples(
  name: string,
  color: string,
  { latency, drawn }: CellFigures,
  samples: readonly number[],
): LatencyRow {
  const { median, p95 } = summarize(samples);
  const interval =
    samples === drawn ? ([latency.median.low, latency.median.high] as const) : undefined;
  return { name, color, samples, median, interval, p95 };
}

function tableOf(rows: readonly LatencyRow[]): FigureTable<LatencyRow> {
  return {
    rows,
    columns: [
      { name: 'Latency', value: ({ name }) => name },
      { name: 'Samples', value: ({ samples }) => samples.length },
      { name: 'Median', value: ({ median }) => median, show: ms },
      { name: 'Median, low', value: ({ interval }) => interval?.[0], show: ms },
      { name: 'Median, high', value: ({ interval }) => interval?.[1], show: ms },
      { name: 'p95', value: ({ p95 }) => p95, show: ms },
    ],
  };
}

/** A line for each dot. */
function samplesOf(rows: readonly LatencyRow[]): FigureTable<{ name: string; sample: number }> {
  return {
    rows: rows.flatMap(({ name, samples }) => samples.map((sample) => ({ name, sample }))),
    columns: [
      { name: 'Latency', value: ({ name }) => name },
      { name: 'ms', value: ({ sample }) => sample },
    ],
  };
}
