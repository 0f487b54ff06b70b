import { Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Job, Plan } from '../../../core/learn/when/plan-job.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { percent } from '../../parts/format.ts';
import { rate, span, workers } from './quantities.ts';
import type { InUse } from './speeds-in-use.ts';
import { waitChart } from './wait-chart.ts';
import { waitAt, waitCurve, waitRows, type WaitPoint } from './wait-points.ts';
import styles from './when.module.css';

/** How long an answer takes as more and more reviews arrive. */
export function WaitCard({ job, inUse, plan }: { job: Job; inUse: InUse; plan: Plan }) {
  const { speeds, waits } = inUse;
  const { workers: n, peakPerSecond, waitedFor, patience } = job;
  const capacity = n / speeds.alone;
  // The benchmark's arrivals meet one worker.
  const measured = useMemo(() => (n === 1 ? waits : []), [n, waits]);
  const { alone, aloneP95, listed } = speeds;
  const own = useMemo(
    () => (waitedFor > 0 ? waitAt(peakPerSecond, n, { alone, aloneP95, listed }) : undefined),
    [waitedFor, peakPerSecond, n, alone, aloneP95, listed],
  );
  const options = useMemo(
    () =>
      waitChart({
        curve: waitCurve(n, { alone, aloneP95, listed }),
        own,
        capacity,
        patience: waitedFor > 0 ? patience : undefined,
        measured,
      }),
    [n, alone, aloneP95, listed, own, capacity, waitedFor, patience, measured],
  );
  const rows = [...waitRows(n, speeds), ...(own ? [own] : [])].sort((a, b) => a.rate - b.rate);
  const said =
    `${workers(n)} can answer ${rate(capacity)} reviews a second; well before that, waits grow. ` +
    ownText(own, plan);
  return (
    <ChartCard
      title="Wait against arrivals"
      label={`Wait from arrival to answer against reviews arriving a second. ${said}`}
      height={300}
      options={options}
      csv={() => csvOf(rows)}
      lead={
        <Text mb="xs" maw="46rem">
          {said}
        </Text>
      }
    >
      <Text size="sm" c="dimmed" maw="46rem">
        Computed for reviews that come at random moments (the formulas are below).
        {measured.length > 0 &&
          ' Hollow dots: what 95 of 100 really waited at most in the Benchmark’s own arrivals, with one worker. Just before full use its short runs end before the queue has grown as long as it would.'}
      </Text>
      <Disclosure label="As a table" mt="xs">
        <div
          className={styles.scroll}
          tabIndex={0}
          role="region"
          aria-label="Wait against arrivals"
        >
          <Table fz="sm" className={styles.table} aria-label="Wait against arrivals">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Reviews a second</Table.Th>
                <Table.Th scope="col">Utilisation</Table.Th>
                <Table.Th scope="col">Expected wait</Table.Th>
                <Table.Th scope="col">95 of 100 within</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={`${row.rate} ${row === own}`}>
                  <Table.Th scope="row" fw={400}>
                    {rate(row.rate)}
                    {row === own && ' (your peak)'}
                  </Table.Th>
                  <Table.Td>{percent(row.utilisation)}</Table.Td>
                  <Table.Td>{span(row.mean)}</Table.Td>
                  <Table.Td>{span(row.p95)}</Table.Td>
                </Table.Tr>
              ))}
              {measured.map((one) => (
                <Table.Tr key={one.rate}>
                  <Table.Th scope="row" fw={400}>
                    {rate(one.rate)} (measured)
                  </Table.Th>
                  <Table.Td>{percent(one.rate / capacity)}</Table.Td>
                  <Table.Td>–</Table.Td>
                  <Table.Td>{span(one.p95)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </Disclosure>
    </ChartCard>
  );
}

function ownText(own: WaitPoint | undefined, { realTime }: Plan): string {
  if (!own) return 'Nobody waits in your job, so it has no point here.';
  if (realTime.queue.utilisation >= 1)
    return `Your peak of ${rate(own.rate)} a second is beyond the wall: it never catches up.`;
  return `At your peak of ${rate(own.rate)} a second an answer takes ${span(own.mean)} on average, and 95 of 100 take at most ${span(own.p95)}.`;
}

/** In seconds. */
const csvOf = (rows: readonly WaitPoint[]): string =>
  ['rate_per_second,utilisation,mean_s,p95_s']
    .concat(rows.map(({ rate, utilisation, mean, p95 }) => [rate, utilisation, mean, p95].join()))
    .join('\r\n');
