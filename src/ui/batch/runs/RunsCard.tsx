import { Anchor, Button, Card, Group, Table, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { runs } from '../../../app.ts';
import type { ListedRun } from '../../../core/runs.ts';
import { failureText } from '../../parts/failure-text.ts';
import { bytes } from '../../parts/format.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../use-app.ts';
import { addressOf } from '../address.ts';
import { Compare } from './Compare.tsx';
import { DeleteRun } from './DeleteRun.tsx';
import { dateText, stateText } from './run-text.ts';
import { StorageUse } from './StorageUse.tsx';
import styles from './runs.module.css';

/** Files scored before: to reopen, go on with, compare or delete. */
export function RunsCard() {
  const { list, failure } = useApp((app) => app.runs);
  const [comparing, setComparing] = useState(false);

  // What other tabs and earlier visits have stored.
  useEffect(() => void runs.refresh(), []);

  if (failure)
    return (
      <Notice color="red" title="Earlier files cannot be shown">
        {failureText(failure)}
      </Notice>
    );
  if (!list || list.length === 0) return null;
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="runs-title">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5" id="runs-title">
          Files scored before
        </Title>
        {list.length > 1 && (
          <Button size="xs" variant="default" onClick={() => setComparing(true)}>
            Compare two
          </Button>
        )}
      </Group>
      <Table className={styles.table} verticalSpacing={8} aria-labelledby="runs-title">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>File</Table.Th>
            <Table.Th>Rows</Table.Th>
            <Table.Th>Model</Table.Th>
            <Table.Th>Scored</Table.Th>
            <Table.Th ta="right">Size</Table.Th>
            <Table.Th aria-label="Delete" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {list.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </Table.Tbody>
      </Table>
      <StorageUse />
      {comparing && <Compare list={list} onClose={() => setComparing(false)} />}
    </Card>
  );
}

function RunRow({ run }: { run: ListedRun }) {
  return (
    <Table.Tr>
      <Table.Td className={styles.name}>
        <Anchor href={`#${addressOf(run.id)}`}>{run.name}</Anchor>
      </Table.Td>
      <Table.Td>{stateText(run)}</Table.Td>
      <Table.Td>{run.model.title}</Table.Td>
      <Table.Td>{dateText(run.createdAt)}</Table.Td>
      <Table.Td ta="right">
        <Text span inherit className={styles.size}>
          {bytes(run.bytes)}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        <DeleteRun run={run} />
      </Table.Td>
    </Table.Tr>
  );
}
