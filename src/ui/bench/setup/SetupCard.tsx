import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { bench, store } from '../../../app.ts';
import { percentDone } from '../../../state/scoring-state.ts';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../use-app.ts';
import { addressOf } from '../address.ts';
import { CopySettings } from '../CopySettings.tsx';
import { Axes } from './Axes.tsx';
import { GuessFields } from './GuessFields.tsx';
import { Presets } from './Presets.tsx';
import { summaryText } from './setup-text.ts';

/** What is about to be measured, the guess, and the start. */
export function SetupCard({ ignored }: { ignored: readonly string[] }) {
  const { settings, guess } = useApp((app) => app.benchSetup);
  const scoring = useApp((app) => percentDone(app.scoring) !== undefined);

  async function start() {
    await bench.start();
    const { bench: after } = store.getState();
    if (after.phase === 'done') location.hash = addressOf(after.result.id);
  }

  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="bench-title">
      <Stack gap="lg">
        <div>
          <Title order={2} size="h3" id="bench-title">
            Batch against real time
          </Title>
          <Text mt={4}>
            The same model, the same reviews: once one by one as they arrive, once all together.
            Measured on this machine; nothing leaves it.
          </Text>
        </div>
        {ignored.length > 0 && (
          <Notice color="yellow" title="Part of the link could not be read">
            Not used, because this page knows no such setting or value: {ignored.join(', ')}. The
            usual ones stand in their place.
          </Notice>
        )}
        <GuessFields guess={guess} />
        <div>
          <Group gap="sm">
            <Button size="md" onClick={start}>
              Start the benchmark
            </Button>
            <CopySettings settings={settings} />
          </Group>
          <Text size="sm" c="dimmed" mt="xs">
            {summaryText(settings)} Keep this tab visible meanwhile: in a hidden one browsers slow
            pages down.
          </Text>
          {scoring && (
            <Notice color="yellow" mt="sm" title="A file is being scored">
              It shares the processor with the benchmark: pause it first, or all times come out too
              long.
            </Notice>
          )}
        </div>
        <Disclosure label="What is measured">
          <Stack gap="lg">
            <Presets settings={settings} />
            <Axes settings={settings} />
          </Stack>
        </Disclosure>
      </Stack>
    </Card>
  );
}
