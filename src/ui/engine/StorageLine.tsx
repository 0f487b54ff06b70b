import { Button, Group, Popover, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keeping } from '../../app.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { bytes } from '../parts/format.ts';
import { useApp } from '../use-app.ts';
import { groupKept } from './kept-groups.ts';

/** What lies on this device for the next visit, and the way to be rid of it. */
export function StorageLine({ notKept }: { notKept: string | undefined }) {
  const kept = useApp((app) => app.keeping);
  const opensOffline = useApp((app) => app.opensOffline);
  const empty = kept.files.length === 0;

  return (
    <div>
      {notKept !== undefined && (
        <Text size="sm" mb={4}>
          The model could not be kept for the next visit: the page works, but will download it
          again. ({notKept})
        </Text>
      )}
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {empty ? 'Nothing kept on this device' : `${bytes(kept.bytes)} kept on this device`}
          {!empty && opensOffline && '; works offline'}
        </Text>
        {!empty && <Clear size={kept.bytes} />}
      </Group>
      {!empty && (
        <Disclosure label="What is kept">
          <Table fz="xs" verticalSpacing={4} withRowBorders={false} aria-label="Kept files">
            <Table.Tbody>
              {groupKept(kept.files).map((group) => (
                <Table.Tr key={group.name}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{group.name}</Table.Td>
                  <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                    {bytes(group.bytes)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Disclosure>
      )}
    </div>
  );
}

function Clear({ size }: { size: number }) {
  const [asking, ask] = useDisclosure(false);
  function clear() {
    ask.close();
    void keeping.clear();
  }
  return (
    <Popover opened={asking} onDismiss={ask.close} trapFocus returnFocus withArrow width={260}>
      <Popover.Target>
        <Button size="compact-xs" variant="default" flex="none" onClick={ask.toggle}>
          Clear
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Clear what is kept">
        <Stack gap="sm">
          <Text size="sm">
            Remove {bytes(size)}? What is loaded goes on; the next visit downloads it again.
          </Text>
          <Group gap="xs">
            <Button size="xs" color="red.9" onClick={clear}>
              Remove
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
