import { Button, Text } from '@mantine/core';
import { saveFile } from '../../../app.ts';
import type { CellFigures, Figures } from '../../../core/bench/figures.ts';
import { count, ms, percent } from '../../parts/format.ts';
import { Panel } from '../../parts/Panel.tsx';
import { csvOf, type FigureTable } from '../../parts/figure-table.ts';
import { capital, cellName, engineName } from './names.ts';
import { NumbersTable } from '../../parts/NumbersTable.tsx';

const TITLE = 'Every variant in numbers';
const times = (value: number) => value.toFixed(2);

/** All that the samples of each cell say. */
export function AllCellsCard({ figures }: { figures: Figures }) {
  const table: FigureTable<CellFigures> = {
    rows: figures.cells,
    columns: [
      { name: 'Model', value: ({ engine }) => engineName(engine) },
      { name: 'Variant', value: ({ cell }) => capital(cellName(cell)) },
      { name: 'ms a review', value: ({ perReview }) => perReview?.value, show: ms },
      { name: 'its low', value: ({ perReview }) => perReview?.low, show: ms },
      { name: 'its high', value: ({ perReview }) => perReview?.high, show: ms },
      { name: 'Reviews a second', value: ({ throughput }) => throughput?.value, show: count },
      { name: 'Samples', value: ({ latency }) => latency.n },
      { name: 'Latency, median', value: ({ latency }) => latency.median.value, show: ms },
      { name: 'p90', value: ({ latency }) => latency.p90, show: ms },
      { name: 'p95', value: ({ latency }) => latency.p95, show: ms },
      { name: 'p99', value: ({ latency }) => latency.p99, show: ms },
      { name: 'MAD', value: ({ latency }) => latency.mad, show: ms },
      { name: 'Outliers', value: ({ latency }) => latency.outliers },
      { name: 'Last third over first', value: ({ drift }) => drift.ratio, show: times },
      { name: 'Padding', value: ({ paddingShare }) => paddingShare, show: (v) => percent(v) },
      { name: 'Right', value: ({ accuracy }) => accuracy?.value, show: (v) => percent(v, 1) },
      { name: 'Flips', value: ({ result }) => result.check.flips },
    ],
  };
  return (
    <Panel
      title={TITLE}
      tools={
        <Button
          size="xs"
          variant="default"
          onClick={() => saveFile(new Blob([csvOf(table)], { type: 'text/csv' }), `${TITLE}.csv`)}
        >
          Save as CSV
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb="xs">
        Latency is that of one request: in batch, the longest wait within it. A dash stands where
        there is nothing to tell, such as p99 under 200 samples.
      </Text>
      <NumbersTable name={TITLE} table={table} />
    </Panel>
  );
}
