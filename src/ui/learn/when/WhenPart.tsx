import { Stack } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { measured, when } from '../../../app.ts';
import { jobIn, readJob } from '../../../core/learn/when/read-job.ts';
import { planJob } from '../../../core/learn/when/plan-job.ts';
import { useApp } from '../../use-app.ts';
import { FormulasCard } from './FormulasCard.tsx';
import { JobCard } from './JobCard.tsx';
import { NeedsCard } from './NeedsCard.tsx';
import { OutcomeCard } from './OutcomeCard.tsx';
import { SpeedsCard } from './SpeedsCard.tsx';
import { speedsInUse } from './speeds-in-use.ts';
import { WaitCard } from './WaitCard.tsx';

/** Batch or real time, by what a job needs and what this machine was measured to do. */
export function WhenPart() {
  const { job: typedJob, source, engine, typed, quick } = useApp((app) => app.when);
  const known = useApp((app) => app.measured);
  const running = useApp((app) => app.engine.running);
  useEffect(() => void measured.refresh(), []);
  useLinked();

  // The same object while it says the same: the chart depends on it.
  const inUse = useMemo(
    () => speedsInUse({ source, engine, typed, quick }, known, running),
    [source, engine, typed, quick, known, running],
  );
  const read = readJob(typedJob);
  const job = 'job' in read ? read.job : undefined;
  const plan = job && inUse && planJob(job, inUse.speeds);
  return (
    <Stack gap="lg">
      <SpeedsCard inUse={inUse} />
      <NeedsCard inUse={inUse} />
      <JobCard typed={typedJob} problems={'problems' in read ? read.problems : {}} />
      <OutcomeCard job={job} inUse={inUse} plan={plan} />
      {job && inUse && plan && plan.verdict !== 'nothing' && (
        <>
          <WaitCard job={job} inUse={inUse} plan={plan} />
          <FormulasCard job={job} inUse={inUse} plan={plan} />
        </>
      )}
    </Stack>
  );
}

/** The address leads: it fills in the job that somebody has sent. */
function useLinked() {
  const [location] = useHashLocation();
  useEffect(() => {
    const linked = jobIn(location.split('?')[1] ?? '');
    if (Object.keys(linked).length > 0) when.change(linked);
  }, [location]);
}
