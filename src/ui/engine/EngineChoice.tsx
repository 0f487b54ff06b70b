import { Alert, Input, SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { engine } from '../../app.ts';
import type { EngineName } from '../../core/protocol.ts';
import type { Running } from '../../state/engine-state.ts';
import { kernelFaultText } from './fallback-text.ts';

const CHOICES: readonly { value: EngineName; label: string }[] = [
  { value: 'kernel', label: 'Own kernel' },
  { value: 'library', label: 'General runtime' },
];

const MEANING: Record<EngineName, string> = {
  kernel: 'Written for these models: faster, and closer to full precision.',
  library: 'ONNX Runtime Web, as the library brings it.',
};

/** What multiplies the matrices on the processor, and why it is not what was chosen. */
export function EngineChoice({ choice, running }: { choice: EngineName; running: Running }) {
  const id = useId();
  return (
    <Stack gap={4}>
      <Input.Label id={id} component="div" size="sm">
        Runs on
      </Input.Label>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={id}
        value={choice}
        onChange={engine.chooseEngine}
        data={[...CHOICES]}
      />
      {running.kernelFault && choice === 'kernel' ? (
        <Alert color="yellow" p="xs">
          {kernelFaultText(running.kernelFault)}
        </Alert>
      ) : (
        <Text size="xs" c="dimmed">
          {MEANING[choice]}
        </Text>
      )}
    </Stack>
  );
}
