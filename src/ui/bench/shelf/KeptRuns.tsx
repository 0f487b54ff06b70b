import { Anchor, Button, Card, Group, Table, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { bench } from '../../../app.ts';
import type { BenchListed } from '../../../core/bench/result.ts';
import { ConfirmButton } from '../../parts/ConfirmButton.tsx';
import { useApp } from '../../use-app.ts';
import { addressOf } from '../address.ts';

const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** Runs of this machine, newest first. */
export function KeptRuns() {
  const saved = useApp((app) => app.benchShelf.saved);
  useEffect(() => void bench.refresh(), []);
  if (!saved || saved.length === 0) return null;
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="kept-title">
      <Title order={2} size="h5" id="kept-title" mb="sm">
        Runs on this machine
      </Title>
      <Table verticalSpacing={8} aria-labelledby="kept-title">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Run</Table.Th>
            <Table.Th aria-label="What to do with it" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {saved.map((run) => (
            <KeptRun key={run.id} run={run} />
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function KeptRun({ run: { id, name, startedAt, models, complete } }: { run: BenchListed }) {
  const compared = useApp(({ benchShelf }) =>
    benchShelf.compared.some(({ result }) => result.id === id),
  );
  const called = name || 'Unnamed run';
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Anchor href={`#${addressOf(id)}`}>{called}</Anchor>
        {!complete && ' (cancelled)'}
        <Text size="sm" c="dimmed">
          {DATE.format(startedAt)}, {models.join(', ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end">
          <Button
            size="compact-xs"
            variant="default"
            aria-pressed={compared}
            onClick={() => bench.compare(id)}
          >
            Compare
          </Button>
          <ConfirmButton
            name={`Delete ${called}`}
            title="Delete this run?"
            question={`Delete “${called}” with all its samples? An exported file stays.`}
            yes="Delete"
            onConfirm={() => bench.remove(id)}
          >
            Delete
          </ConfirmButton>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
