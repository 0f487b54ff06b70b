import { ScrollArea, Table, Text } from '@mantine/core';
import type { FileProgress } from '../../core/protocol.ts';
import { bytes } from '../parts/format.ts';

const SOURCE: Record<FileProgress['from'], string> = {
  network: 'from the network',
  storage: 'kept here',
  waiting: 'waiting',
};

/** Each file on its way: how much of it is here, and where it comes from. */
export function FileList({ files }: { files: readonly FileProgress[] }) {
  return (
    <ScrollArea.Autosize mah={180} type="auto" tabIndex={0} role="group" aria-label="Files">
      <Table fz="xs" verticalSpacing={4} withRowBorders={false}>
        <Table.Tbody style={{ fontVariantNumeric: 'tabular-nums' }}>
          {files.map(({ name, loaded, total, from }) => (
            <Table.Tr key={name}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {name}{' '}
                <Text span inherit c="dimmed">
                  {SOURCE[from]}
                </Text>
              </Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                {from === 'waiting' || loaded === total
                  ? bytes(total)
                  : `${bytes(loaded)} of ${bytes(total)}`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
