import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { findPoints } from '../../../core/learn/trace/points.ts';
import type { Trace, TraceEntry } from '../../../core/learn/trace/read-trace.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { csvOf, type FigureTable } from '../../parts/figure-table.ts';
import { AsTable } from '../../parts/NumbersTable.tsx';
import { DevKeys } from './DevKeys.tsx';
import { PointsCard } from './PointsCard.tsx';
import { fitName, lossText, rateText, share } from './point-text.ts';
import { fitChart, lossChart, rateChart, type Along } from './trace-charts.ts';
import { courseText, fitTable, lossTable, rateTable } from './trace-tables.ts';
import styles from './trace.module.css';

/** A training in three charts, one above the other, and what its points say. */
export function TraceView({ trace }: { trace: Trace }) {
  const [along, setAlong] = useState<Along>('step');
  const [current, setCurrent] = useState(0);
  const points = useMemo(() => findPoints(trace), [trace]);
  const charts = useMemo(() => {
    const view = { trace, along, points, current };
    return { loss: lossChart(view), fit: fitChart(view), rate: rateChart(view) };
  }, [trace, along, points, current]);
  const hasTokens = trace.entries.every(({ tokens }) => tokens !== undefined);
  return (
    <div className={styles.trace}>
      <Stack gap="lg" miw={0}>
        <Group>
          <Text size="sm">Along</Text>
          <SegmentedControl
            aria-label="Along"
            size="sm"
            value={along}
            onChange={(value) => setAlong(value as Along)} // one of those below
            data={[
              { value: 'step', label: 'Updates' },
              ...(hasTokens ? [{ value: 'tokens', label: 'Tokens' }] : []),
              { value: 'seconds', label: 'Time' },
            ]}
          />
        </Group>
        <ChartCard
          title="Loss on training batches"
          label={`Loss: ${courseText(trace, ({ loss }) => loss, lossText, 'lowest')}`}
          height={210}
          options={charts.loss}
          {...numbers('Loss on training batches', lossTable(trace))}
        />
        <ChartCard
          title="Accuracy"
          label={`${fitName(trace)}: ${courseText(trace, ({ fit }) => fit, share, 'highest')} Development sets: see the table.`}
          height={290}
          options={charts.fit}
          lead={<DevKeys trace={trace} />}
          {...numbers('Accuracy', fitTable(trace))}
        />
        <ChartCard
          title="Learning rate"
          label={`Learning rate: ${courseText(trace, ({ learningRate }) => learningRate, rateText, 'highest')}`}
          height={180}
          options={charts.rate}
          {...numbers('Learning rate', rateTable(trace))}
        />
      </Stack>
      <PointsCard trace={trace} points={points} current={current} onChoose={setCurrent} />
    </div>
  );
}

/** The same numbers as a file and as a table. */
const numbers = (name: string, table: FigureTable<TraceEntry>) => ({
  csv: () => csvOf(table),
  children: <AsTable name={name} table={table} />,
});
