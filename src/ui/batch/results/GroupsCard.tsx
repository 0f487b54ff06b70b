import { Button, Group, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { results } from '../../../app.ts';
import type { Summary } from '../../../core/runs.ts';
import { areSentiment } from '../../../core/sentiment.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { count } from '../../parts/format.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { sliceColumns } from './focus.ts';
import { FocusSelect } from './FocusSelect.tsx';
import { groupChart, groupChartHeight, groupLabel, ranked } from './group-chart.ts';
import { showTable } from './show-table.ts';
import { SliceTable } from './SliceTable.tsx';
import { useFocus } from './use-focus.ts';

/** Drawn before more are asked for. */
const FIRST = 12;

interface Props {
  labels: readonly string[];
  summary: Summary;
  groups: NonNullable<Summary['groups']>;
  /** Name of the group column. */
  column: string;
}

export function GroupsCard({ labels, summary, groups: { top, more }, column }: Props) {
  const [all, setAll] = useState(false);
  const [focus, choose] = useFocus(labels, summary);
  const shown = useMemo(
    () => ranked(all ? top : top.slice(0, FIRST), focus.label),
    [top, all, focus],
  );
  const overall = summary.shares[focus.label]!;
  const options = useMemo(() => groupChart(shown, overall, focus), [shown, overall, focus]);
  const small = shown.some((group) => group.small);

  return (
    <ChartCard
      title={`By ${column}`}
      label={groupLabel(shown, focus)}
      height={groupChartHeight(shown.length)}
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
        Share of {focus.name} reviews with its 95% interval; the number of reviews at the right.
        {small && ' Hollow: fewer than 30 reviews, too few to rank.'}
        {more > 0 && ` And ${count(more)} more groups, all smaller.`}
      </Text>
      {top.length > FIRST && (
        <Group mt="xs">
          <Button size="xs" variant="default" onClick={() => setAll(!all)}>
            {all ? `Show the ${FIRST} largest` : `Show ${top.length} groups`}
          </Button>
        </Group>
      )}
      <Disclosure label="As a table" mt="xs">
        <SliceTable
          name={column}
          columns={sliceColumns(focus, labels)}
          slices={shown.map((group) => ({ ...group, key: group.group, label: group.group }))}
          onChoose={(group) => {
            results.setFilter({ groups: [group] });
            showTable();
          }}
        />
      </Disclosure>
    </ChartCard>
  );
}
