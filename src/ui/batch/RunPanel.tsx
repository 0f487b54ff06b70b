import { Anchor, Center, Loader, Stack } from '@mantine/core';
import { failureText } from '../parts/failure-text.ts';
import { Notice } from '../parts/Notice.tsx';
import { useApp } from '../use-app.ts';
import { BATCH } from './address.ts';
import { ProgressCard } from './progress/ProgressCard.tsx';
import { Results } from './results/Results.tsx';
import { RunHead } from './runs/RunHead.tsx';

/** One run: what it is, how far it is, what came of it. */
export function RunPanel({ id }: { id: string }) {
  const phase = useApp(({ scoring }) =>
    scoring.phase === 'open' && scoring.run.id !== id ? 'opening' : scoring.phase,
  );
  const failure = useApp(({ scoring }) =>
    scoring.phase === 'failed' ? scoring.failure : undefined,
  );

  if (failure)
    return (
      <Notice color="red" title="This run cannot be shown">
        {failureText(failure)} <Anchor href={`#${BATCH}`}>All files</Anchor>
      </Notice>
    );
  if (phase !== 'open')
    return (
      <Center mih={240}>
        <Loader role="img" aria-label="Opening the run" />
      </Center>
    );
  return (
    <Stack gap="lg">
      <RunHead />
      <ProgressCard />
      <Results />
    </Stack>
  );
}
