import { Button, Stack, Text } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { records } from '../../../app.ts';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../use-app.ts';
import type { ModelRecord, Reading, RecordName } from '../../../state/learn/records-state.ts';

interface Props<K extends RecordName> {
  /** Its id. */
  model: string;
  name: K;
  children: (content: ModelRecord[K]) => ReactNode;
}

const CALLED: Record<RecordName, string> = {
  training: 'the training’s log',
  metrics: 'the measured accuracies',
  card: 'the model’s card',
};

/** What lies beside a model, as soon as it is here. */
export function Opened<K extends RecordName>({ model, name, children }: Props<K>) {
  const reading: Reading<ModelRecord[K]> | undefined = useApp((app) => app.records[model]?.[name]);
  useEffect(() => void records.open(model, name), [model, name]);
  switch (reading?.phase) {
    case undefined:
    case 'reading':
      return <Text role="status">Reading {CALLED[name]}…</Text>;
    case 'failed':
      return (
        <Notice color="red" title={`${capital(CALLED[name])} could not be read`}>
          <Stack align="start">
            {failureText(reading.failure)}
            <Button onClick={() => records.open(model, name)}>Try again</Button>
          </Stack>
        </Notice>
      );
    case 'ready':
      return children(reading.content);
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
