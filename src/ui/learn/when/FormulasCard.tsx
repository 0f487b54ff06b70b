import { Stack, Text, Title } from '@mantine/core';
import type { Job, Plan } from '../../../core/learn/when/plan-job.ts';
import { Panel } from '../../parts/Panel.tsx';
import { batchFormulas, memoryFormula, realTimeFormulas, type Formula } from './formulas.ts';
import type { InUse } from './speeds-in-use.ts';
import styles from './when.module.css';

/** How each number above is worked out, with the numbers put in. */
export function FormulasCard({ job, inUse, plan }: { job: Job; inUse: InUse; plan: Plan }) {
  const { speeds } = inUse;
  return (
    <Panel title="The formulas, with your numbers">
      <Stack>
        <Formulas title="Batch, everything" list={batchFormulas(job, speeds, plan)} />
        {job.waitedFor > 0 && (
          <Formulas
            title="Real time, what somebody waits for"
            list={realTimeFormulas(job, speeds, plan)}
          />
        )}
        {speeds.modelBytes !== undefined && (
          <Formulas title="Memory" list={[memoryFormula(job, speeds.modelBytes)]} />
        )}
        <Text size="sm" c="dimmed" maw="46rem">
          The queue is the one called M/M/c: arrivals at random moments, c workers, times that vary
          as much as exponential ones do (A. K. Erlang, 1917; L. Kleinrock, Queueing Systems, volume
          1, 1975, chapter 3). Times of reviews vary less, so the waits are rather too long than too
          short. Workers are assumed to add up: true as long as each has a core of its own.
        </Text>
      </Stack>
    </Panel>
  );
}

function Formulas({ title, list }: { title: string; list: readonly Formula[] }) {
  return (
    <section aria-label={`Formulas: ${title}`}>
      <Title order={4} size="h5" mb="xs">
        {title}
      </Title>
      <dl className={styles.formulas}>
        {list.map(({ name, words, numbers }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>= {words}</dd>
            <dd className={styles.numbers}>{numbers}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
