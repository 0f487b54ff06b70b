import { Input, SegmentedControl, Text } from '@mantine/core';
import { useId } from 'react';
import { engine } from '../../app.ts';
import type { Running } from '../../state/engine-state.ts';
import type { DeviceChoice as Choice } from '../../state/settings.ts';
import { fallbackText } from './fallback-text.ts';

const CHOICES: readonly { value: Choice; label: string }[] = [
  { value: 'auto', label: 'Automatic' },
  { value: 'webgpu', label: 'WebGPU' },
  { value: 'wasm', label: 'WASM' },
];

const MEANING: Record<Choice, string> = {
  auto: 'The GPU where a real one passes a test with known answers, else the processor.',
  webgpu: 'The GPU, once it has passed a test with known answers.',
  wasm: 'The processor, through WebAssembly. Works everywhere.',
};

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
        {running?.fallback && choice === 'auto' ? fallbackText(running.fallback) : MEANING[choice]}
      </Text>
    </div>
  );
}
