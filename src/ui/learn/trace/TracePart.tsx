import { Group, Stack, Text } from '@mantine/core';
import { sectionOf } from '../../../core/learn/trace/read-card.ts';
import { Panel } from '../../parts/Panel.tsx';
import { CardText } from '../records/CardText.tsx';
import { ModelChoice, useShownModel } from '../records/ModelChoice.tsx';
import { Opened } from '../records/Opened.tsx';
import { TraceView } from './TraceView.tsx';
import { WhereWrong } from './WhereWrong.tsx';

const HOW = 'Method';

/** The training of a bundled model as it was logged, how it was done, and where the model is wrong. */
export function TracePart() {
  const model = useShownModel();
  return (
    <Stack gap="lg">
      <Group>
        <ModelChoice part="trace" shown={model} />
        <Text c="dimmed">{model.summary}</Text>
      </Group>
      <Opened model={model.id} name="training">
        {(trace) => <TraceView key={model.id} trace={trace} />}
      </Opened>
      <Opened model={model.id} name="card">
        {(card) => (
          <Panel title="How it was trained, and on what">
            <CardText text={sectionOf(card, HOW) ?? card.intro} />
          </Panel>
        )}
      </Opened>
      <Opened model={model.id} name="metrics">
        {(sources) => <WhereWrong sources={sources} />}
      </Opened>
    </Stack>
  );
}
