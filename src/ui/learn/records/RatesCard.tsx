import { Text } from '@mantine/core';
import { useMemo } from 'react';
import {
  worstFirst,
  wrongOf,
  type RateKind,
  type SourceFigures,
} from '../../../core/learn/trace/read-metrics.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { csvOf, type Column, type FigureTable } from '../../parts/figure-table.ts';
import { count } from '../../parts/format.ts';
import { AsTable, NumbersTable } from '../../parts/NumbersTable.tsx';
import { ratesChart, ratesHeight, rateText, type RateRow } from './rates-chart.ts';
import { isOurs, sourceName } from './source-name.ts';

interface Props {
  sources: readonly SourceFigures[];
  kind: RateKind;
  /** What is counted. */
  side: 'right' | 'wrong';
  /** The table is open, as on a page that is printed. */
  open?: boolean;
}

const KINDS: Record<RateKind, { title: string; says: string }> = {
  threeClass: {
    title: 'among three classes',
    says: 'All texts of each set; an answer is right when it is the label given: negative, neutral or positive.',
  },
  binary: {
    title: 'between positive and negative',
    says: 'Only texts labelled positive or negative; an answer is right when the larger of the two probabilities is that of the label.',
  },
};
const SIDES = { right: 'Right', wrong: 'Wrong' } as const;

/** How often a model is right, or wrong, on each set of texts, the worst first. */
export function RatesCard({ sources, kind, side, open = false }: Props) {
  const rows = useMemo(() => rowsOf(sources, kind, side), [sources, kind, side]);
  const options = useMemo(() => ratesChart(rows, `% ${side}, with 95% interval`), [rows, side]);
  const title = `${SIDES[side]} ${KINDS[kind].title}`;
  if (rows.length === 0) return null;
  const table = tableOf(rows, SIDES[side]);
  return (
    <ChartCard
      title={title}
      label={labelOf(rows, title)}
      height={ratesHeight(rows)}
      options={options}
      csv={() => csvOf(table)}
      lead={
        <Text size="sm" c="dimmed" mb="sm">
          {KINDS[kind].says} The worst set comes first.
        </Text>
      }
    >
      {open ? <NumbersTable name={title} table={table} /> : <AsTable name={title} table={table} />}
    </ChartCard>
  );
}

const rowsOf = (sources: readonly SourceFigures[], kind: RateKind, side: Props['side']) =>
  worstFirst(sources, kind).map(({ source: { id, f1 }, rate }): RateRow => ({
    id,
    name: sourceName(id),
    ours: isOurs(id),
    rate: side === 'right' ? rate : wrongOf(rate),
    f1: kind === 'threeClass' ? f1 : undefined,
  }));

function tableOf(rows: readonly RateRow[], side: string): FigureTable<RateRow> {
  const f1: Column<RateRow>[] = (['negative', 'neutral', 'positive'] as const).map((label) => ({
    name: `F1 ${label}`,
    unit: '%',
    value: (row) => row.f1?.[label],
    show: rateText,
  }));
  return {
    rows,
    columns: [
      { name: 'Texts', value: ({ name }) => name },
      { name: 'Number', value: ({ rate }) => rate.texts, show: count },
      { name: side, unit: '%', value: ({ rate }) => rate.percent, show: rateText },
      { name: 'Low', unit: '%', value: ({ rate }) => rate.interval[0], show: rateText },
      { name: 'High', unit: '%', value: ({ rate }) => rate.interval[1], show: rateText },
      ...(rows.some((row) => row.f1) ? f1 : []),
      { name: 'In metrics.json', value: ({ id }) => id },
    ],
  };
}

const labelOf = (rows: readonly RateRow[], title: string) =>
  `${title}, with 95% intervals. ${rows
    .map(({ name, rate: { percent, interval } }) => {
      const [low, high] = interval.map(rateText);
      return `${name}: ${rateText(percent)} (${low} to ${high})`;
    })
    .join('; ')}.`;
