import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Figures } from '../../../core/bench/figures.ts';
import type { BenchResult } from '../../../core/bench/result.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { count, ms, percent } from '../../parts/format.ts';
import { Panel } from '../../parts/Panel.tsx';
import { csvOf, type FigureTable } from '../../parts/figure-table.ts';
import { engineName } from './names.ts';
import { AsTable } from '../../parts/NumbersTable.tsx';
import { qualityChart, qualityLabel, type QualityPoint } from './quality-chart.ts';

const TITLE = 'Quality against speed';

/** How often each model is right, over what a review takes. */
export function QualityCard({ figures, result }: { figures: Figures; result: BenchResult }) {
  const points = useMemo(() => pointsOf(figures), [figures]);
  const { boundMs } = result.settings;
  const options = useMemo(() => qualityChart(points, boundMs), [points, boundMs]);
  if (figures.headlines.length === 0) return null;
  if (points.length === 0)
    return (
      <Panel title={TITLE}>
        <Text size="sm" c="dimmed">
          These texts have no labels of their own, so nobody can say how often a model is right.
        </Text>
      </Panel>
    );
  const table = tableOf(points);
  const labelled = result.texts.given.filter((label) => label !== null).length;
  return (
    <ChartCard
      title={TITLE}
      label={qualityLabel(points)}
      height={340}
      options={options}
      csv={() => csvOf(table)}
    >
      <Text size="sm" c="dimmed">
        Right on {count(labelled)} labelled reviews, with 95% intervals; up and to the left is
        better. {baselinesText(result)}
      </Text>
      <AsTable name={TITLE} table={table} />
    </ChartCard>
  );
}

function baselinesText({ engines }: BenchResult): string {
  const linear = engines.find(({ kind }) => kind === 'linear');
  const lexicon = engines.some(({ kind }) => kind === 'lexicon');
  return [
    linear &&
      `The bag of words was trained here, on ${count(linear.trainedOn ?? 0)} labelled reviews of the same source as those it judges, never on the one it judges. That is an advantage: the other models were trained elsewhere.`,
    lexicon &&
      'VADER is a list of some 7,500 words with scores given by people, and a few rules; it learns nothing.',
  ]
    .filter(Boolean)
    .join(' ');
}

const pointsOf = ({ headlines }: Figures): QualityPoint[] =>
  headlines.flatMap(({ engine, realTime, accuracy }) =>
    accuracy && realTime.perReview
      ? [
          {
            name: engineName(engine),
            speed: realTime.perReview.value,
            accuracy,
            kind: engine.kind,
          },
        ]
      : [],
  );

const tableOf = (rows: readonly QualityPoint[]): FigureTable<QualityPoint> => ({
  rows,
  columns: [
    { name: 'Model', value: ({ name }) => name },
    { name: 'A review', unit: 'ms', value: ({ speed }) => speed, show: ms },
    {
      name: 'Right',
      unit: '0 to 1',
      value: ({ accuracy }) => accuracy.value,
      show: (v) => percent(v, 1),
    },
    {
      name: 'Low',
      unit: '0 to 1',
      value: ({ accuracy }) => accuracy.low,
      show: (v) => percent(v, 1),
    },
    {
      name: 'High',
      unit: '0 to 1',
      value: ({ accuracy }) => accuracy.high,
      show: (v) => percent(v, 1),
    },
  ],
});
