import { Button, Group, Text } from '@mantine/core';
import { reloadToUpdate } from '../../app.ts';
import { DockBar } from '../parts/DockBar.tsx';
import { useApp } from '../use-app.ts';

/** A newer version waits; the running session keeps its own files until the user says so. */
export function UpdateNotice() {
  const ready = useApp((app) => app.updateReady);
  if (!ready) return null;
  return (
    <DockBar label="Update">
      <Group justify="space-between" gap="sm">
        <Text size="sm" role="alert">
          A new version is ready.
        </Text>
        <Button size="xs" onClick={reloadToUpdate}>
          Reload
        </Button>
      </Group>
    </DockBar>
  );
}
