import { Code, Stack, Text } from '@mantine/core';
import { MOST_LABELS } from '../../../core/learn/train/examples.ts';
import { DIMENSIONS } from '../../../models/own-model.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { DataPanel } from './DataPanel.tsx';
import { OwnModelsPanel } from './OwnModelsPanel.tsx';
import { ResultPanels } from './ResultPanels.tsx';
import { RunPanel } from './RunPanel.tsx';
import { SettingsPanel } from './SettingsPanel.tsx';

/** From labelled texts to a model of one's own, in five steps. */
export function TrainPart() {
  return (
    <Stack gap="lg">
      <div>
        <Text maw="46rem">
          Give it texts with labels of your own, such as topics or how urgent a message is: 2 to{' '}
          {MOST_LABELS} labels. The training happens in this page; the texts stay here.
        </Text>
        <Disclosure label="What is learnt, and what is not" mt="xs">
          <Text size="sm" maw="46rem">
            The encoder, which turns a text into {DIMENSIONS} numbers (its embedding), stays as it
            is. Learnt is one weight for each of these numbers and each label, and one bias for each
            label; the answer is <Code>softmax(weights × embedding + bias)</Code>. This is called
            multinomial logistic regression. It can use what the {DIMENSIONS} numbers tell apart,
            and nothing that the encoder has thrown away. Ours were trained to tell moods apart, in
            English: of topics their numbers hold less, so topics need more texts and come out less
            well.
          </Text>
        </Disclosure>
      </div>
      <DataPanel />
      <SettingsPanel />
      <RunPanel />
      <ResultPanels />
      <OwnModelsPanel />
    </Stack>
  );
}
