import { Text } from '@mantine/core';
import type { Figures } from '../../../core/bench/figures.ts';
import type { BenchResult, EngineResult } from '../../../core/bench/result.ts';
import { bytes, ms } from '../../parts/format.ts';
import { Panel } from '../../parts/Panel.tsx';
import { engineName, some } from './names.ts';
import { NumbersTable } from '../../parts/NumbersTable.tsx';

const TITLE = 'Loading and warming up';

/** What comes before the first timed review, kept apart from it. */
export function EnginesCard({ result, figures }: { result: BenchResult; figures: Figures }) {
  const warm = (engine: EngineResult) =>
    figures.headlines.find((headline) => headline.engine.id === engine.id)?.realTime.latency.median
      .value;
  return (
    <Panel title={TITLE}>
      <Text size="sm" c="dimmed" mb="xs">
        Loading, the first inference and warm ones are three different times. Of several workers,
        the slowest to start; a bag of words is trained instead.
      </Text>
      <NumbersTable
        name={TITLE}
        table={{
          rows: result.engines,
          columns: [
            { name: 'Model', value: engineName },
            { name: 'Files', value: ({ files }) => files?.bytes, show: bytes },
            { name: 'Fetched in', value: ({ files }) => files?.ms, show: ms },
            {
              name: 'From',
              value: ({ files }) =>
                files ? (files.network ? 'network' : 'this device') : undefined,
            },
            { name: 'Ready in', value: ({ loadMs }) => slowest(loadMs), show: ms },
            { name: 'First inference', value: ({ firstMs }) => firstMs, show: ms },
            { name: 'Warm, median', value: warm, show: ms },
            { name: 'Warm-up settled', value: settledText },
          ],
        }}
      />
    </Panel>
  );
}

const slowest = (times: readonly number[]) => (times.length > 0 ? Math.max(...times) : undefined);

function settledText({ warmUp }: EngineResult): string {
  const settled = warmUp.filter(({ settled }) => settled).length;
  return `${settled} of ${some(warmUp.length, 'kind')} of batch`;
}
