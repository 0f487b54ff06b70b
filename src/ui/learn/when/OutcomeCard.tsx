import { Table, Text } from '@mantine/core';
import type { BatchPlan, Job, Plan } from '../../../core/learn/when/plan-job.ts';
import { bytes, count } from '../../parts/format.ts';
import { Panel } from '../../parts/Panel.tsx';
import { busyText, hours, rate, span } from './quantities.ts';
import type { InUse } from './speeds-in-use.ts';
import { verdictText } from './verdict-text.ts';
import styles from './when.module.css';

interface Props {
  job: Job | undefined;
  inUse: InUse | undefined;
  plan: Plan | undefined;
}

/** What the job needs, and what each way would make of it. */
export function OutcomeCard({ job, inUse, plan }: Props) {
  const text = job && inUse && plan && verdictText(job, inUse.speeds, plan);
  return (
    <Panel title="Recommendation">
      <div role="status">
        {text ? (
          <p className={styles.claim}>{text.claim}</p>
        ) : (
          <Text c="dimmed">
            {job
              ? 'Numbers of this machine are missing: choose above where they come from.'
              : 'A number of your job is missing or wrong: what to do stands at its field.'}
          </Text>
        )}
      </div>
      {text?.reasons.map((reason) => (
        <Text key={reason} maw="46rem">
          {reason}
        </Text>
      ))}
      {text && plan.verdict !== 'nothing' && <Ways job={job} inUse={inUse} plan={plan} />}
    </Panel>
  );
}

function Ways({ job, inUse, plan }: { job: Job; inUse: InUse; plan: Plan }) {
  const { batch, rest, realTime } = plan;
  const some = job.waitedFor > 0;
  const mixed = some && job.waitedFor < 1;
  const { modelBytes } = inUse.speeds;
  const memory = modelBytes ? `${bytes(job.workers * modelBytes)} for models` : 'not known';
  const rows: { name: string; ofBatch: (plan: BatchPlan) => string; ofRealTime: string }[] = [
    {
      name: 'Reviews',
      ofBatch: ({ reviews }) => `${count(reviews)} a run`,
      ofRealTime: `${rate(job.peakPerSecond)} a second at the peak`,
    },
    {
      name: 'Expected time',
      ofBatch: ({ run }) => `${span(run)} a run`,
      ofRealTime: `${span(inUse.speeds.alone)} a review`,
    },
    {
      name: 'Utilisation',
      ofBatch: ({ utilisation }) => busyText(utilisation),
      ofRealTime: busyText(realTime.queue.utilisation),
    },
    {
      name: 'Expected wait for an answer',
      ofBatch: ({ meanWait }) => span(meanWait),
      ofRealTime: span(realTime.mean),
    },
    {
      name: 'Worst wait for an answer',
      ofBatch: ({ worstWait }) => span(worstWait),
      ofRealTime: `${span(realTime.p95)} for 95 of 100`,
    },
    {
      name: 'Machine hours a month',
      ofBatch: ({ hoursPerMonth }) => hours(hoursPerMonth),
      ofRealTime: `${hours(realTime.hoursPerMonth)}, busy in ${hours(realTime.busyHoursPerMonth)}`,
    },
    { name: 'Memory', ofBatch: () => memory, ofRealTime: memory },
    {
      name: 'Keeps what is asked',
      ofBatch: (one) => {
        if (!one.holds) return 'no: a run takes too long';
        const late = one === batch && some && !plan.batchIsSoonEnough;
        return late ? 'no: too late for who waits' : 'yes';
      },
      ofRealTime: realTime.holds ? 'yes' : 'no: too slow at the peak',
    },
  ];
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="What each way would do">
      <Table withTableBorder mt="md" className={styles.table} aria-label="What each way would do">
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Th scope="col">Batch, everything</Table.Th>
            {mixed && <Table.Th scope="col">Batch, what nobody waits for</Table.Th>}
            {some && <Table.Th scope="col">Real time, what somebody waits for</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, ofBatch, ofRealTime }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{ofBatch(batch)}</Table.Td>
              {mixed && <Table.Td>{ofBatch(rest)}</Table.Td>}
              {some && <Table.Td>{ofRealTime}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
