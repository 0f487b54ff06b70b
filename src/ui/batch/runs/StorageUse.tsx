import { Button, Group, Text } from '@mantine/core';
import { runs } from '../../../app.ts';
import { bytes, count } from '../../parts/format.ts';
import { useApp } from '../../use-app.ts';

/** What all of it takes on this device, and whether the browser may clear it by itself. */
export function StorageUse() {
  const { usage, persisted, predictions } = useApp((app) => app.runs);
  return (
    <Group justify="space-between" gap="xs" mt="sm">
      <Text size="sm" c="dimmed">
        {usage &&
          `${bytes(usage.used)} of the ${bytes(usage.quota)} that the browser grants are in use. `}
        {persisted === true && 'The browser keeps it until you delete it.'}
        {persisted === false && 'The browser may clear it when the disk runs full.'}
      </Text>
      {predictions > 0 && (
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {count(predictions)} predictions are kept, so that a text is scored once.
          </Text>
          <Button size="compact-xs" variant="default" onClick={runs.forget}>
            Forget them
          </Button>
        </Group>
      )}
    </Group>
  );
}
