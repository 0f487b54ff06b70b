import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useDeferredValue, useEffect, useState } from 'react';
import { lens } from '../../../app.ts';
import { failureText } from '../../parts/failure-text.ts';
import { bytes } from '../../parts/format.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../use-app.ts';
import { GrowCard } from './GrowCard.tsx';
import { Stages } from './Stages.tsx';
import { Steps } from './Steps.tsx';
import { TextsCard } from './TextsCard.tsx';

/** Every stage from text to label: one text and a list side by side, or one text step by step. */
export function PipelinePart() {
  const running = useApp(({ engine }) => engine.running?.model);
  const [view, setView] = useState('stages');
  useEffect(() => lens.look(), [running]); // another model has other numbers
  return (
    <Stack gap="lg">
      <TextsCard />
      <Group>
        <SegmentedControl
          aria-label="How to look at it"
          value={view}
          onChange={setView}
          data={[
            { value: 'stages', label: 'Side by side' },
            { value: 'steps', label: 'Step by step' },
          ]}
        />
      </Group>
      <Seen view={view} />
      <GrowCard />
    </Stack>
  );
}

function Seen({ view }: { view: string }) {
  const state = useDeferredValue(useApp(({ lens }) => lens.view)); // thousands of cells: drawn between keystrokes
  switch (state.phase) {
    case 'waiting':
      return (
        <Text role="status">
          Opening the model to look inside
          {state.progress &&
            `: ${bytes(state.progress.loaded)} of ${bytes(state.progress.total)} here`}
          …
        </Text>
      );
    case 'empty':
      return <Text role="status">Type a text, and every stage of its way appears here.</Text>;
    case 'failed':
      return (
        <Notice color="red" title="The model could not be opened to look inside">
          <Stack align="start">
            {failureText(state.failure)}
            <Button onClick={lens.look}>Try again</Button>
          </Stack>
        </Notice>
      );
    case 'seen':
      return view === 'stages' ? (
        <Stages one={state.one} list={state.list} />
      ) : (
        <Steps key={state.one.texts[0]!.text} one={state.one} />
      );
  }
}
