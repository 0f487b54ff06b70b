import { Anchor, Text, Title } from '@mantine/core';
import type { SourceFigures } from '../../../core/learn/trace/read-metrics.ts';
import { RatesCard } from '../records/RatesCard.tsx';
import recordStyles from '../records/records.module.css';

/** Error rates on every set of texts the model was measured on, none left out. */
export function WhereWrong({ sources }: { sources: readonly SourceFigures[] }) {
  return (
    <div>
      <Title order={3} size="h4" mb={4}>
        Where it is wrong
      </Title>
      <Text maw="46rem" mb="md">
        How often the int8 file is wrong on every set of texts it was measured on; none of them is
        left out. To read the reviews that it gets wrong, and to see which label it takes for which,{' '}
        <Anchor href="#/batch" underline="always">
          score our hard reviews
        </Anchor>
        : they are offered there as a sample.
      </Text>
      <div className={recordStyles.pair}>
        <RatesCard sources={sources} kind="threeClass" side="wrong" />
        <RatesCard sources={sources} kind="binary" side="wrong" />
      </div>
    </div>
  );
}
