import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { results } from '../../../app.ts';
import type { Summary } from '../../../core/runs.ts';
import { areSentiment } from '../../../core/sentiment.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { sliceColumns } from './focus.ts';
import { FocusSelect } from './FocusSelect.tsx';
import { periodChart, periodLabel, type Periods } from './period-chart.ts';
import { day, rows } from './rate-text.ts';
import { showTable } from './show-table.ts';
import { SliceTable } from './SliceTable.tsx';
import { useFocus } from './use-focus.ts';

interface Props {
  labels: readonly string[];
  summary: Summary;
  periods: Periods;
}

export function PeriodsCard({ labels, summary, periods }: Props) {
  const [focus, choose] = useFocus(labels, summary);
  const options = useMemo(() => periodChart(periods, focus), [periods, focus]);
  const { unit, points, undated } = periods;
  const small = points.some((point) => point.small && point.reviews > 0);
  return (
    <ChartCard
      title="Over time"
      label={periodLabel(periods, focus)}
      height={260}
      options={options}
      lead={
        !areSentiment(labels) && (
          <FocusSelect
            name="Share of"
            labels={labels}
            summary={summary}
            value={focus.label}
            onChange={choose}
          />
        )
      }
    >
      <Text size="sm" c="dimmed">
        Share of {focus.name} reviews by {unit} with its 95% interval; the bars are the number of
        reviews.
        {small && ' Hollow: fewer than 30 reviews.'}
        {undated > 0 && ` ${rows(undated)} without a date left out.`}
      </Text>
      <Disclosure label="As a table" mt="xs">
        <SliceTable
          name="From"
          columns={sliceColumns(focus, labels)}
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
