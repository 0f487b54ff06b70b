import { Button, Group, Text, Title } from '@mantine/core';
import { scoring } from '../../../app.ts';
import type { Run } from '../../../core/runs.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { count } from '../../parts/format.ts';
import { deviceText } from './device-text.ts';
import { Figures } from './Figures.tsx';
import { activeText, cascadeText, headline, rowsText } from './progress-text.ts';
import { ReadOn } from './ReadOn.tsx';

/** A run that may be gone on with: the page was closed over it, or the user stopped it. */
export function Waiting({ run, hasFile }: { run: Run; hasFile: boolean }) {
  const scored = run.read ? run.done === run.rows : false;
  return (
    <>
      <Title order={2} size="h5" mb="xs">
        {headline(run, { kind: 'idle', hasFile })}
      </Title>
      <Text size="sm" mb="md">
        {rowsText(run, undefined)} are scored and stored.
        {run.read && !scored && ' The next one to be scored is the first that is not.'}
      </Text>
      {run.read || hasFile ? <Button onClick={scoring.goOn}>Go on</Button> : <ReadOn run={run} />}
    </>
  );
}

/** The line under a finished run. */
export function Done({ run }: { run: Run }) {
  const { model, work } = run;
  const cascaded = cascadeText(work);
  if (run.opened)
    return (
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h5">
          Every row is scored
        </Title>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {count(run.rows)} rows, with {model.title}, as the file says
        </Text>
      </Group>
    );
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h5">
          Every row is scored
        </Title>
        <Text size="sm" c="dimmed">
          {count(run.rows)} rows {activeText(work)}, with {model.title} on{' '}
          {deviceText(model.device)}
        </Text>
      </Group>
      {cascaded && (
        <Text size="sm" mt={4}>
          {cascaded}
        </Text>
      )}
      <Disclosure label="How it went" mt={4}>
        <Figures run={run} pace={undefined} />
      </Disclosure>
    </>
  );
}
