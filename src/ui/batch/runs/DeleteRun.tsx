import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { runs } from '../../../app.ts';
import type { ListedRun } from '../../../core/runs.ts';
import { bytes } from '../../parts/format.ts';

/** Deletes a run, after one question. */
export function DeleteRun({ run }: { run: ListedRun }) {
  const [asking, ask] = useDisclosure(false);
  function remove() {
    ask.close();
    void runs.remove(run.id);
  }
  return (
    <Popover opened={asking} onDismiss={ask.close} trapFocus returnFocus withArrow width={270}>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`Delete ${run.name}`}
          onClick={ask.toggle}
        >
          Delete
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Delete ${run.name}`}>
        <Stack gap="sm">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            Delete the results of {run.name} ({bytes(run.bytes)}), corrections included? The file
            itself is not touched.
          </Text>
          <Group gap="xs">
            <Button size="xs" color="red.9" onClick={remove}>
              Delete
            </Button>
            <Button size="xs" variant="default" onClick={ask.close}>
              Keep
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
