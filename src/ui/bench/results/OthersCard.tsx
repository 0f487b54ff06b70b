import { Text } from '@mantine/core';
import type { CellFigures, Headline, Ratio } from '../../../core/bench/figures.ts';
import { ms } from '../../parts/format.ts';
import { Panel } from '../../parts/Panel.tsx';
import { variantText } from './headline-text.ts';
import { NumbersTable } from './NumbersTable.tsx';
import { verdictOf, type Verdict } from './ratio-text.ts';

const WORDS: Record<Verdict, string> = {
  faster: 'faster',
  slower: 'slower',
  unclear: 'no clear difference',
};

/** Every batch variant against real time. */
export function OthersCard({ headline: { batch, ratio, others } }: { headline: Headline }) {
  const rows: { figures: CellFigures; ratio: Ratio }[] = [
    ...(batch && ratio ? [{ figures: batch, ratio }] : []),
    ...others,
  ].toSorted((a, b) => b.ratio.value - a.ratio.value);
  if (rows.length < 2) return null;
  const times = (value: number) => value.toFixed(2);
  return (
    <Panel title="Every batch against real time">
      <Text size="sm" c="dimmed" mb="xs">
        How many times as fast a review was, from rounds in which both did the same work.
      </Text>
      <NumbersTable
        name="Every batch against real time"
        table={{
          rows,
          columns: [
            { name: 'Batch', value: ({ figures }) => variantText(figures) },
            { name: 'ms a review', value: ({ figures }) => figures.perReview?.value, show: ms },
            { name: 'Times as fast', value: ({ ratio }) => ratio.value, show: times },
            { name: 'Low', value: ({ ratio }) => ratio.low, show: times },
            { name: 'High', value: ({ ratio }) => ratio.high, show: times },
            { name: 'That is', value: ({ ratio }) => WORDS[verdictOf(ratio)] },
            { name: 'Flips', value: ({ figures }) => figures.result.check.flips },
          ],
        }}
      />
    </Panel>
  );
}
