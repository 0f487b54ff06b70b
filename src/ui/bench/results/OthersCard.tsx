import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { CellFigures, Headline, Ratio } from '../../../core/bench/figures.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { ms } from '../../parts/format.ts';
import { csvOf, type FigureTable } from '../../parts/figure-table.ts';
import { capital, cellName, shortName } from './names.ts';
import { AsTable } from '../../parts/NumbersTable.tsx';
import {
  ratioChart,
  ratioChartHeight,
  ratioLabel,
  VERDICTS,
  type RatioRow,
} from './ratio-chart.ts';
import { times, verdictOf } from './ratio-text.ts';

const TITLE = 'Every batch against real time';

type Row = RatioRow & { figures: CellFigures };

/** Every batch variant against real time, fastest first. */
export function OthersCard({ headline }: { headline: Headline }) {
  const rows = useMemo(() => rowsOf(headline), [headline]);
  const options = useMemo(() => ratioChart(rows), [rows]);
  if (rows.length < 2) return null;
  const table = tableOf(rows);
  return (
    <ChartCard
      title={TITLE}
      label={ratioLabel(rows)}
      height={ratioChartHeight(rows.length)}
      options={options}
      csv={() => csvOf(table)}
    >
      <Text size="sm" c="dimmed">
        From rounds in which both did the same work, with 95% intervals. Right of the line: faster
        than real time. Hollow: no clear difference, for the interval holds 1 or there were fewer
        than five rounds.
      </Text>
      <AsTable name={TITLE} table={table} />
    </ChartCard>
  );
}

function rowsOf({ batch, ratio, others }: Headline): Row[] {
  const all: { figures: CellFigures; ratio: Ratio }[] = [
    ...(batch && ratio ? [{ figures: batch, ratio }] : []),
    ...others,
  ];
  return all
    .toSorted((a, b) => b.ratio.value - a.ratio.value)
    .map(({ figures, ratio }) => ({ figures, ratio, name: capital(shortName(figures.cell)) }));
}

const tableOf = (rows: readonly Row[]): FigureTable<Row> => ({
  rows,
  columns: [
    { name: 'Batch', value: ({ figures }) => capital(cellName(figures.cell)) },
    { name: 'A review', unit: 'ms', value: ({ figures }) => figures.perReview?.value, show: ms },
    {
      name: 'Times as fast',
      value: ({ ratio }) => ratio.value,
      show: (_, { ratio }) => times(ratio).value,
    },
    { name: 'Low', value: ({ ratio }) => ratio.low, show: (_, { ratio }) => times(ratio).low },
    { name: 'High', value: ({ ratio }) => ratio.high, show: (_, { ratio }) => times(ratio).high },
    { name: 'That is', value: ({ ratio }) => VERDICTS[verdictOf(ratio)] },
    { name: 'Flips', value: ({ figures }) => figures.result.check.flips },
  ],
});
