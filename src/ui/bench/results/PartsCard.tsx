import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { PARTS, type Figures, type Headline } from '../../../core/bench/figures.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { ms } from '../../parts/format.ts';
import { csvOf, type FigureTable } from '../../parts/figure-table.ts';
import { PART_NAMES } from './names.ts';
import { AsTable } from '../../parts/NumbersTable.tsx';
import {
  PART_COLORS,
  partsChart,
  partsHeight,
  partsLabel,
  totalOf,
  type PartsRow,
} from './parts-chart.ts';
import { partsRows } from './parts-rows.ts';
import styles from './results.module.css';

const TITLE = 'Where the milliseconds go';

/** From the text to the screen, part by part. */
export function PartsCard({ headline, figures }: { headline: Headline; figures: Figures }) {
  const rows = useMemo(() => partsRows(headline, figures), [headline, figures]);
  const options = useMemo(() => partsChart(rows), [rows]);
  const table: FigureTable<PartsRow> = {
    rows,
    columns: [
      { name: 'Scenario', value: ({ name }) => name },
      ...PARTS.map((part) => ({
        name: PART_NAMES[part],
        unit: 'ms',
        value: ({ parts }: PartsRow) => parts[part],
        show: ms,
      })),
      { name: 'Together', unit: 'ms', value: ({ parts }) => totalOf(parts), show: ms },
    ],
  };
  return (
    <ChartCard
      title={TITLE}
      label={partsLabel(rows)}
      height={partsHeight(rows.length)}
      options={options}
      lead={
        <ul className={styles.keys}>
          {PARTS.map((part) => (
            <li key={part}>
              <span className={styles.swatch} style={{ background: PART_COLORS[part] }} />
              {PART_NAMES[part]}
            </li>
          ))}
        </ul>
      }
      csv={() => csvOf(table)}
    >
      <Text size="sm" c="dimmed">
        Means. Share: a batch’s time over its reviews, over its workers too. Wait: all that one
        review of it waits for. Queue: waiting for its turn. Message: between the page and its
        worker. Paint: until the frame that shows the answer, one for a whole batch.
      </Text>
      <AsTable name={TITLE} table={table} />
    </ChartCard>
  );
}
