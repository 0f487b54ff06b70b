import { Group, Table, Text } from '@mantine/core';
import { keeping } from '../../app.ts';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
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
  return (
    <ConfirmButton
      title="Clear what is kept"
      question={`Remove ${bytes(size)}? What is loaded goes on; the next visit downloads it again.`}
      yes="Remove"
      onConfirm={keeping.clear}
      flex="none"
    >
      Clear
    </ConfirmButton>
  );
}
