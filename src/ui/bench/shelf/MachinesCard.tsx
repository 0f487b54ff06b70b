import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { ms, percent } from '../../parts/format.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { csvOf, type FigureTable } from '../../parts/figure-table.ts';
import { AsTable } from '../../parts/NumbersTable.tsx';
import type { MachineRow } from './machines.ts';
import { machinesChart, machinesHeight, machinesLabel } from './machines-chart.ts';

const TITLE = 'Machines side by side';

function tableOf(rows: readonly MachineRow[]): FigureTable<MachineRow> {
  const times = (value: number) => value.toFixed(2);
  return {
    rows,
    columns: [
      { name: 'Machine', value: ({ machine }) => machine },
      { name: 'Cores', value: ({ cores }) => cores },
      { name: 'Model', value: ({ model }) => model },
      { name: 'Device', value: ({ device }) => device },
      { name: 'Real time, ms a review', value: ({ realTime }) => realTime.value, show: ms },
      { name: 'Low', value: ({ realTime }) => realTime.low, show: ms },
      { name: 'High', value: ({ realTime }) => realTime.high, show: ms },
      { name: 'Real time p95', value: ({ p95 }) => p95, show: ms },
      { name: 'Batch, ms a review', value: ({ batch }) => batch?.value, show: ms },
      { name: 'Batch is x times as fast', value: ({ ratio }) => ratio?.value, show: times },
      { name: 'Ratio, low', value: ({ ratio }) => ratio?.low, show: times },
      { name: 'Ratio, high', value: ({ ratio }) => ratio?.high, show: times },
      {
        name: 'Accuracy',
        value: ({ accuracy }) => accuracy?.value,
        show: (value) => percent(value, 1),
      },
    ],
  };
}

/** All machines on one axis. */
export function MachinesCard({ machines }: { machines: readonly MachineRow[] }) {
  const options = useMemo(() => machinesChart(machines), [machines]);
  const table = tableOf(machines);
  return (
    <ChartCard
      title={TITLE}
      label={machinesLabel(machines)}
      height={machinesHeight(machines.length)}
      options={options}
      csv={() => csvOf(table)}
    >
      <Text size="sm" c="dimmed">
        Filled: real time, with its 95% interval. Hollow: batch, as the page scores a file. Dashed:
        0.005 s and 0.1 s.
      </Text>
      <AsTable name={TITLE} table={table} />
    </ChartCard>
  );
}
