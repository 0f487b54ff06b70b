import { Alert, Badge, Button, Card, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useRef, useState } from 'react';
import { titleOf, type Chosen } from '../../models/chosen.ts';
import { ownSummary } from '../../models/own-model.ts';
import { isUnderWay, type Running } from '../../state/engine-state.ts';
import { chosenModel, engineChoice } from '../../state/settings.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { ErrorBoundary } from '../shell/ErrorBoundary.tsx';
import { useApp } from '../use-app.ts';
import { Accuracies } from './Accuracies.tsx';
import { EngineChoice } from './EngineChoice.tsx';
import { DeviceChoice } from './DeviceChoice.tsx';
import { EngineFacts } from './EngineFacts.tsx';
import { fallbackText } from './fallback-text.ts';
import { StorageLine } from './StorageLine.tsx';
import { WorkerChoice } from './WorkerChoice.tsx';

const ModelPicker = lazy(async () => ({
  default: (await import('./ModelPicker.tsx')).ModelPicker,
}));

/** What answers, on what, how well; and the ways to change that. */
export function EngineCard() {
  const running = useApp((app) => app.engine.running);
  const standIn = useApp((app) => app.engine.standIn);
  const settings = useApp((app) => app.settings);
  /** The choice of a model comes with its first opening, and stays to be closed with grace. */
  const [picker, setPicker] = useState<'unused' | 'open' | 'closed'>('unused');
  const change = useRef<HTMLButtonElement>(null);
  const closePicker = () => {
    setPicker('closed');
    change.current?.focus(); // a dialog that was open when it came does not know where the focus was
  };
  const model = running?.model ?? chosenModel(settings);
  const fallback = running?.fallback;

  return (
    <Card withBorder p="md">
      <Stack gap="md">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} size="h5">
            Engine
          </Title>
          <State />
        </Group>
        <div>
          <Group justify="space-between" align="start" wrap="nowrap" gap="xs">
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              {titleOf(model)}
            </Text>
            <Button
              ref={change}
              variant="default"
              size="compact-xs"
              onClick={() => setPicker('open')}
              flex="none"
            >
              Change model
            </Button>
          </Group>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {summaryOf(model)}
          </Text>
          <Text size="sm">{running ? shortly(running) : standIn && insteadOf(standIn)}</Text>
        </div>
        <Accuracies model={model} />
        <DeviceChoice choice={settings.device} running={running} />
        {fallback && settings.device === 'webgpu' && (
          <Alert color="yellow" p="xs">
            {fallbackText(fallback)}
          </Alert>
        )}
        {running?.adapter?.software && (
          <Alert color="yellow" p="xs">
            This GPU is simulated by the processor: its results are right, but it is slower than
            WASM.
          </Alert>
        )}
        {running?.device === 'wasm' && model.source === 'bundled' && (
          <EngineChoice choice={engineChoice(settings)} running={running} />
        )}
        {running?.device === 'wasm' && <WorkerChoice choice={settings.workers} />}
        {running && (
          <Disclosure label="Details">
            <EngineFacts running={running} />
          </Disclosure>
        )}
        <StorageLine notKept={running?.notKept} />
      </Stack>
      {picker !== 'unused' && (
        <ErrorBoundary>
          <Suspense
            fallback={<Loader size="sm" role="img" aria-label="Opening the choice of models" />}
          >
            <ModelPicker opened={picker === 'open'} onClose={closePicker} />
          </Suspense>
        </ErrorBoundary>
      )}
    </Card>
  );
}

function summaryOf(model: Chosen): string {
  switch (model.source) {
    case 'bundled':
      return model.summary;
    case 'hub':
      return `From ${new URL(model.host).host}`;
    case 'own':
      return `Your own. ${ownSummary(model)}`;
  }
}

/** @returns such as "WASM, own kernel · q8 · 1 of 2 workers ready" */
function shortly({ device, engine, dtype, workers: { ready, wanted } }: Running): string {
  const workers = `${ready} of ${wanted} worker${wanted === 1 ? '' : 's'} ready`;
  const wasm = engine === 'kernel' ? 'WASM, own kernel' : 'WASM';
  return [device === 'webgpu' ? 'WebGPU' : wasm, dtype, workers].join(' · ');
}

/** While the model above does not answer yet. */
const insteadOf = ({ model }: Running) => `Not here yet: ${titleOf(model)} answers what you type`;

function State() {
  const ready = useApp((app) => app.engine.running !== undefined);
  const underWay = useApp((app) => isUnderWay(app.engine.loading));
  const failed = useApp((app) => app.engine.loading.phase === 'failed');
  if (ready) return <StateBadge color="teal" text="Model ready" />;
  if (underWay) return <StateBadge color="accent" text="Loading" />;
  if (failed) return <StateBadge color="red" text="Failed" />;
  return <StateBadge color="gray" text="Stopped" />;
}

function StateBadge({ color, text }: { color: string; text: string }) {
  return (
    <Badge variant="dot" color={color} tt="none">
      {text}
    </Badge>
  );
}
