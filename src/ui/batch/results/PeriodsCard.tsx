import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { results } from '../../../app.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { periodChart, periodLabel, type Periods } from './period-chart.ts';
import { day, rows } from './rate-text.ts';
import { showTable } from './show-table.ts';
import { SliceTable } from './SliceTable.tsx';

export function PeriodsCard({ periods }: { periods: Periods }) {
  const options = useMemo(() => periodChart(periods), [periods]);
  const { unit, points, undated } = periods;
  const small = points.some((point) => point.small && point.reviews > 0);
  return (
    <ChartCard title="Over time" label={periodLabel(periods)} height={260} options={options}>
      <Text size="sm" c="dimmed">
        Share of positive reviews by {unit} with its 95% interval; the bars are the number of
        reviews.
        {small && ' Hollow: fewer than 30 reviews.'}
        {undated > 0 && ` ${rows(undated)} without a date left out.`}
      </Text>
      <Disclosure label="As a table" mt="xs">
        <SliceTable
          name="From"
          slices={points.map((point) => ({
            ...point,
            key: String(point.from),
            label: day(point.from),
          }))}
          onChoose={(from) => {
            const point = points.find((point) => point.from === Number(from));
            if (point) results.setFilter({ dates: [point.from, point.to] });
            showTable();
          }}
        />
      </Disclosure>
    </ChartCard>
  );
}
