import { Button, Input, SegmentedControl, Text } from '@mantine/core';
import { useId } from 'react';
import { engine } from '../../app.ts';
import { isUnderWay, type Running } from '../../state/engine-state.ts';
import type { DeviceChoice as Choice } from '../../state/settings.ts';
import { useApp } from '../use-app.ts';
import { fallbackText } from './fallback-text.ts';
import { trialTexts } from './trial-text.ts';

const CHOICES: readonly { value: Choice; label: string }[] = [
  { value: 'auto', label: 'Automatic' },
  { value: 'webgpu', label: 'WebGPU' },
  { value: 'wasm', label: 'WASM' },
];

const MEANING: Record<Choice, string> = {
  auto: 'The GPU where a real one passes a test with known answers and is faster, else the processor.',
  webgpu: 'The GPU, once it has passed a test with known answers.',
  wasm: 'The processor, through WebAssembly. Works everywhere.',
};

/** What the page went by: its trial, what else kept it from the GPU, or nothing yet. */
function automaticText({ trial, device, fallback }: Running): string {
  const texts = [
    ...(trial ? trialTexts(trial, device) : []),
    ...(fallback && fallback.why !== 'gpu-slower' ? [fallbackText(fallback)] : []),
  ];
  return texts.length > 0 ? texts.join(' ') : MEANING.auto;
}

function MeasureButton({ running: { trial, fallback } }: { running: Running }) {
  const underWay = useApp((app) => isUnderWay(app.engine.loading));
  if (!trial && fallback?.why !== 'gpu-untried') return null;
  return (
    <Button
      variant="default"
      size="compact-xs"
      mt={6}
      disabled={underWay}
      onClick={engine.measureAgain}
    >
      {trial ? 'Measure again' : 'Compare now'}
    </Button>
  );
}

/** Where the model runs, and what each choice means. */
export function DeviceChoice({
  choice,
  running,
}: {
  choice: Choice;
  running: Running | undefined;
}) {
  const id = useId();
  return (
    <div>
      <Input.Label id={id} component="div" size="sm">
        Device
      </Input.Label>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={id}
        value={choice}
        onChange={engine.chooseDevice}
        data={[...CHOICES]}
      />
      <Text size="xs" c="dimmed" mt={4}>
        {choice === 'auto' && running ? automaticText(running) : MEANING[choice]}
      </Text>
      {choice === 'auto' && running && <MeasureButton running={running} />}
    </div>
  );
}
