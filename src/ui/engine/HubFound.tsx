import { Button, Group, NativeSelect, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { hub } from '../../app.ts';
import { LABELS, type Label } from '../../core/sentiment.ts';
import { bytes } from '../parts/format.ts';
import type { HubLookup } from '../../state/hub-state.ts';

type Found = Extract<HubLookup, { phase: 'found' }>;

/** What will be downloaded, and what the model's classes count as. */
export function HubFound({ found, onChosen }: { found: Found; onChosen: () => void }) {
  const host = new URL(found.host).host;
  const open = found.classes.filter((label) => label === undefined).length;

  function agree() {
    void hub.agree();
    onChosen();
  }

  return (
    <Stack gap="md">
      <Title order={3} size="h5" style={{ overflowWrap: 'anywhere' }}>
        {found.id}
      </Title>
      <Table fz="sm" verticalSpacing={4} withRowBorders={false} aria-label="Files">
        <Table.Tbody>
          {found.listing.files.map(({ name, bytes: size }) => (
            <Table.Tr key={name}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{name}</Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                {bytes(size)}
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr fw={600}>
            <Table.Td>Together, from {host}</Table.Td>
            <Table.Td ta="right">{bytes(found.bytes)}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <div>
        <Text size="sm" fw={600}>
          What each of its classes counts as
        </Text>
        <Text size="sm" c="dimmed" mb="xs">
          {open > 0
            ? 'Its names do not say. Look into the model’s description, and choose for each.'
            : 'Guessed from the names; change what is wrong.'}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          {found.names.map((name, index) => (
            <NativeSelect
              key={`${index} ${name}`}
              size="xs"
              label={name}
              value={found.classes[index] ?? ''}
              onChange={(event) => hub.setClass(index, event.currentTarget.value as Label)} // the options are LABELS
              data={[...(found.classes[index] ? [] : [{ value: '', label: 'Choose' }]), ...LABELS]}
            />
          ))}
        </SimpleGrid>
      </div>
      <Group>
        <Button onClick={agree} disabled={open > 0}>
          Download {bytes(found.bytes)} from {host}
        </Button>
        <Button variant="default" onClick={hub.close}>
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}
