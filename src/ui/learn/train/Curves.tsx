import { Group, Title } from '@mantine/core';
import { useDeferredValue, useId, useMemo, useRef } from 'react';
import type { CurvePoint } from '../../../core/learn/train/solver.ts';
import { Chart } from '../../parts/Chart.tsx';
import { ChartMenu } from '../../parts/ChartMenu.tsx';
import { csvOf, type FigureTable } from '../../parts/figure-table.ts';
import { percent } from '../../parts/format.ts';
import { AsTable } from '../../parts/NumbersTable.tsx';
import {
  bestOf,
  curvesChart,
  curvesLabel,
  TRAIN_COLOR,
  VALIDATION_COLOR,
  type Reading,
} from './curves-chart.ts';
import styles from './train.module.css';

const TITLES: Record<Reading, string> = {
  loss: 'Loss',
  accuracy: 'Share right',
};

/** Loss and accuracy, step by step; they may lag a moment behind. */
export function Curves({ points: newest }: { points: readonly CurvePoint[] }) {
  const points = useDeferredValue(newest);
  const table = useMemo(() => tableOf(points), [points]);
  const best = bestOf(points);
  return (
    <div>
      <ul className={styles.keys}>
        <li>
          <span className={styles.line} style={{ borderColor: TRAIN_COLOR }} />
          Training
        </li>
        <li>
          <span className={styles.line} data-dashed style={{ borderColor: VALIDATION_COLOR }} />
          Validation
        </li>
        {best && <li>Dotted: the best step so far, {best.step}</li>}
      </ul>
      <div className={styles.pair}>
        <Curve points={points} reading="loss" csv={() => csvOf(table)} />
        <Curve points={points} reading="accuracy" csv={() => csvOf(table)} />
      </div>
      <AsTable name="Loss and share right by step" table={table} />
    </div>
  );
}

interface CurveProps {
  points: readonly CurvePoint[];
  reading: Reading;
  csv: () => string;
}

function Curve({ points, reading, csv }: CurveProps) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const options = useMemo(() => curvesChart(points, reading), [points, reading]);
  const label = curvesLabel(points, reading);
  const title = TITLES[reading];
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={4} size="h6" id={id}>
          {title}
        </Title>
        <ChartMenu name={title} label={label} csv={csv} place={() => place.current} />
      </Group>
      <div ref={place}>
        <Chart label={label} height={220} options={options} />
      </div>
    </section>
  );
}

const tableOf = (rows: readonly CurvePoint[]): FigureTable<CurvePoint> => {
  const loss = (value: number) => value.toFixed(4);
  const share = (value: number) => percent(value, 1);
  return {
    rows,
    columns: [
      { name: 'Step', value: ({ step }) => step },
      { name: 'Training loss', value: ({ train }) => train.loss, show: loss },
      { name: 'Validation loss', value: ({ validation }) => validation.loss, show: loss },
      { name: 'Training right', unit: '0 to 1', value: ({ train }) => train.accuracy, show: share },
      {
        name: 'Validation right',
        unit: '0 to 1',
        value: ({ validation }) => validation.accuracy,
        show: share,
      },
    ],
  };
};
