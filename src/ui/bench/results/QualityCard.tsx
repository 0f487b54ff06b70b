import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Figures } from '../../../core/bench/figures.ts';
import type { BenchResult } from '../../../core/bench/result.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { count, ms, percent } from '../../parts/format.ts';
import { Panel } from '../../parts/Panel.tsx';
import { csvOf, type FigureTable } from './figure-table.ts';
import { engineName } from './names.ts';
import { AsTable } from './NumbersTable.tsx';
import { qualityChart, type QualityPoint } from './quality-chart.ts';

const TITLE = 'Quality against speed';

/** How often each model is right, over what a review takes. */
export function QualityCard({ figures, result }: { figures: Figures; result: BenchResult }) {
  const points = useMemo(() => pointsOf(figures), [figures]);
  const options = useMemo(() => qualityChart(points), [points]);
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
      label={`${TITLE}: ${points
        .map(
          ({ name, speed, accuracy }) =>
            `${name}, ${percent(accuracy.value, 1)} right at ${ms(speed)}`,
        )
        .join('; ')}.`}
      height={340}
      options={options}
      csv={() => csvOf(table)}
    >
      <Text size="sm" c="dimmed">
        Right on {count(labelled)} labelled reviews, with 95% intervals; up and to the left is
        better. Dashed: 85%, 0.005 s and 0.1 s. {baselinesText(result)}
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
      `The bag of words learnt from ${count(linear.trainedOn ?? 0)} reviews of this very kind, never from the one it judges: an advantage that the models, which have seen none of them, don’t have.`,
    lexicon && 'VADER is a list of words with rules, and learns nothing.',
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
    { name: 'ms a review', value: ({ speed }) => speed, show: ms },
    { name: 'Right', value: ({ accuracy }) => accuracy.value, show: (v) => percent(v, 1) },
    { name: 'Low', value: ({ accuracy }) => accuracy.low, show: (v) => percent(v, 1) },
    { name: 'High', value: ({ accuracy }) => accuracy.high, show: (v) => percent(v, 1) },
  ],
});
