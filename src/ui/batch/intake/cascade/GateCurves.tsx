import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { ChartCard } from '../../../parts/ChartCard.tsx';
import { Disclosure } from '../../../parts/Disclosure.tsx';
import { csvOf } from '../../../parts/figure-table.ts';
import { AsTable } from '../../../parts/NumbersTable.tsx';
import { curveTable, gateChart, gateChartLabel } from './gate-chart.ts';

const TITLE = 'Agreement against what base reads';

/** Why the gate is the plain top probability: the others that were tried gain nothing. */
export function GateCurves({ under }: { under: number }) {
  return (
    <Disclosure label="Why the top probability decides" mt="sm">
      <Curves under={under} />
    </Disclosure>
  );
}

function Curves({ under }: { under: number }) {
  const options = useMemo(() => gateChart(under), [under]);
  return (
    <ChartCard
      title={TITLE}
      label={gateChartLabel()}
      height={320}
      options={options}
      csv={() => csvOf(curveTable)}
      lead={
        <Text size="sm" mb="xs" maw="46rem">
          Other ways to decide which texts base should read were tried on our 1,000 everyday
          reviews: the distance between the two best labels, the entropy, and logistic regressions
          on the logits, the length and the embedding, each judged on reviews that it was not fitted
          on. None agrees more often with base than the top probability does, beyond what chance
          explains, so the simplest one stayed.
        </Text>
      }
    >
      <AsTable name={TITLE} table={curveTable} />
    </ChartCard>
  );
}
