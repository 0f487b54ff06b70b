import { SimpleGrid, Text } from '@mantine/core';
import type { Accuracy } from '../../models/catalogue.ts';
import type { Chosen } from '../../models/chosen.ts';
import { wilson } from '../../core/analysis/wilson.ts';
import type { OwnModel } from '../../models/own-model.ts';
import { count, percent } from '../parts/format.ts';

/** Both figures or none: the everyday one alone would promise too much. */
export function Accuracies({ model }: { model: Chosen }) {
  if (model.source === 'hub')
    return (
      <Text size="sm" c="dimmed">
        We have not measured how often this model is right.
      </Text>
    );
  if (model.source === 'own') return <OwnAccuracy model={model} />;
  const { everyday, hard } = model.accuracy;
  return (
    <div>
      <SimpleGrid cols={2} spacing="xs">
        <Figure name="Everyday reviews" accuracy={everyday} />
        <Figure name="Hard reviews" accuracy={hard} />
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt={4}>
        Right answers among three classes, with 95% interval; {count(everyday.texts)} reviews each.
      </Text>
    </div>
  );
}

function OwnAccuracy({ model: { trained } }: { model: OwnModel }) {
  const { share, low, high } = wilson(trained.right, trained.of);
  return (
    <Text size="sm">
      {percent(share, 1)} right on {count(trained.of)} texts held out from {trained.from} (95%
      interval {percent(low, 1)} to {percent(high, 1)}).
    </Text>
  );
}

function Figure({ name, accuracy }: { name: string; accuracy: Accuracy }) {
  const [from, to] = accuracy.interval;
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text fz={22} fw={650} lh={1.2}>
        {accuracy.percent.toFixed(1)}%
      </Text>
      <Text size="xs" c="dimmed">
        {from.toFixed(1)} to {to.toFixed(1)}%
      </Text>
    </div>
  );
}
