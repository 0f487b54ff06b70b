import { Table, Text } from '@mantine/core';
import { bytes } from '../../parts/format.ts';
import { Panel } from '../../parts/Panel.tsx';
import { rate, span, workers } from './quantities.ts';
import type { InUse } from './speeds-in-use.ts';
import styles from './when.module.css';

const MANY = 1_000_000;

/** What each mode is good for, by what a job can ask, with this machine's numbers where there are any. */
export function NeedsCard({ inUse }: { inUse: InUse | undefined }) {
  return (
    <Panel title="Batch and real time, by what a job needs">
      <Text mb="md" maw="46rem">
        The model is the same in both. Batch scores a whole list now and then and stores the
        answers; real time scores each review when it comes, while somebody waits.
      </Text>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Batch and real time">
        <Table withTableBorder className={styles.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">A job asks for</Table.Th>
              <Table.Th scope="col">Batch</Table.Th>
              <Table.Th scope="col">Real time</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rowsOf(inUse?.speeds).map(({ need, batch, realTime }) => (
              <Table.Tr key={need}>
                <Table.Th scope="row">{need}</Table.Th>
                <Side {...batch} />
                <Side {...realTime} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="sm" c="dimmed" mt="xs">
        {inUse ? inUse.said : 'Numbers appear here as soon as there are any: see above.'}
      </Text>
    </Panel>
  );
}

interface SideText {
  says: string;
  number?: string | undefined;
}

function Side({ says, number }: SideText) {
  return (
    <Table.Td>
      {says}
      {number && <strong className={styles.figure}>{number}</strong>}
    </Table.Td>
  );
}

function rowsOf(
  speeds: InUse['speeds'] | undefined,
): { need: string; batch: SideText; realTime: SideText }[] {
  /** A number for the cell, once there are any. */
  const say = (make: (known: InUse['speeds']) => string) => speeds && make(speeds);
  return [
    {
      need: 'Many or one',
      batch: {
        says: 'Many, all known at the start; work is shared between workers.',
        number: say((s) => `${rate(s.workers / s.listed)} a second, ${workers(s.workers)}`),
      },
      realTime: {
        says: 'One at a time, as they come.',
        number: say((s) => `${rate(1 / s.alone)} a second at most, 1 worker`),
      },
    },
    {
      need: 'Wait or instant',
      batch: {
        says: 'Nobody waits: answers are there when the run is done.',
        number: say((s) => `${span((MANY * s.listed) / s.workers)} for a million`),
      },
      realTime: {
        says: 'Somebody waits for each answer.',
        number: say((s) => `${span(s.alone)} on average, 95 of 100 within ${span(s.aloneP95)}`),
      },
    },
    {
      need: 'Cost',
      batch: {
        says: 'A machine is on only while it runs, and runs when it is cheap.',
        number: say(
          (s) => `${span((MANY * s.listed) / s.workers)} of this machine for a million a month`,
        ),
      },
      realTime: {
        says: 'A machine is on all the time, idle or not.',
        number: say((s) => `731 h a month, of which a million need ${span(MANY * s.alone)}`),
      },
    },
    {
      need: 'Freshness',
      batch: {
        says: 'Answers are as old as the last run; a review that came since has none yet.',
      },
      realTime: { says: 'Always of the text as it is now.' },
    },
    {
      need: 'Memory',
      batch: {
        says: 'A copy of the model for each worker; the list is read piece by piece.',
        number: say(({ modelBytes, workers: n }) => (modelBytes ? bytes(n * modelBytes) : '')),
      },
      realTime: {
        says: 'One worker is enough for a start; more share the peak.',
        number: say(({ modelBytes }) => (modelBytes ? bytes(modelBytes) : '')),
      },
    },
  ];
}
