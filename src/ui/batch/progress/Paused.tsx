import { Button, Group, Text, Title } from '@mantine/core';
import { scoring } from '../../../app.ts';
import type { Run } from '../../../core/runs.ts';
import type { PauseReason } from '../../../state/scoring-state.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { Figures } from './Figures.tsx';
import { OtherModel } from './OtherModel.tsx';
import { rowsText } from './progress-text.ts';

export function Paused({ run, reason }: { run: Run; reason: PauseReason }) {
  return (
    <>
      <Group justify="space-between" gap="xs" mb="sm">
        <Title order={2} size="h5">
          Paused
        </Title>
        <Text size="sm">{rowsText(run, undefined)} are scored and stored.</Text>
      </Group>
      {reason.why === 'failed' && (
        <Notice color="red" mb="sm" title="Scoring had to stop">
          {failureText(reason.failure)}
          <Disclosure label="Technical detail" mt="xs">
            <Text size="xs">{reason.failure.detail}</Text>
          </Disclosure>
        </Notice>
      )}
      {reason.why === 'other-model' && <OtherModel run={run} />}
      <Figures run={run} pace={undefined} />
      <Group mt="md" gap="xs">
        {reason.why !== 'other-model' && <Button onClick={scoring.goOn}>Go on</Button>}
        <Button variant="default" onClick={scoring.stop}>
          Stop and keep
        </Button>
      </Group>
    </>
  );
}
