import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Headline } from '../../../core/bench/figures.ts';
import type { BenchResult } from '../../../core/bench/result.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { ms } from '../../parts/format.ts';
import { csvOf, type FigureTable } from '../../parts/figure-table.ts';
import {
  latencyChart,
  latencyChartHeight,
  latencyLabel,
  type LatencyRow,
} from './latency-chart.ts';
import { largestOf, latencyRows } from './latency-rows.ts';
import { cellName } from './names.ts';
import { AsTable } from '../../parts/NumbersTable.tsx';

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
        Every sample is a dot; by its name each row has median and p95. Thick line: the median with
        its 95% interval; dashed, with a triangle: p95, which 95 of 100 stay under.
        {batched &&
          ` Batch: ${cellName(batched.cell)}. Share: its time over its reviews. Wait: until all of it is answered, since the first review in it waits for the last.`}
        {grouped > 1 &&
          ` In real time ${grouped} in a row make one dot: single ones were too short for this browser’s clock.`}
      </Text>
      <AsTable name={TITLE} table={table} />
    </ChartCard>
  );
}

function tableOf(rows: readonly LatencyRow[]): FigureTable<LatencyRow> {
  return {
    rows,
    columns: [
      { name: 'Latency', value: ({ name }) => name },
      { name: 'Samples', value: ({ samples }) => samples.length },
      { name: 'Median', unit: 'ms', value: ({ median }) => median, show: ms },
      { name: 'Low', unit: 'ms', value: ({ interval }) => interval?.[0], show: ms },
      { name: 'High', unit: 'ms', value: ({ interval }) => interval?.[1], show: ms },
      { name: 'p95', unit: 'ms', value: ({ p95 }) => p95, show: ms },
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
