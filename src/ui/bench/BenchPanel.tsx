import { Stack } from '@mantine/core';
import { useEffect } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { bench, store } from '../../app.ts';
import { useApp } from '../use-app.ts';
import { linkedSettings, runIn } from './address.ts';
import { BenchFailed } from './BenchFailed.tsx';
import { DoneView } from './done/DoneView.tsx';
import { RunningCard } from './running/RunningCard.tsx';
import { SetupCard } from './setup/SetupCard.tsx';
import { CompareCard } from './shelf/CompareCard.tsx';
import { DropResults } from './shelf/DropResults.tsx';
import { KeptRuns } from './shelf/KeptRuns.tsx';

/** A benchmark: what to measure, the run, what it found, and other machines beside it. */
export function BenchPanel() {
  const [location] = useHashLocation();
  const state = useApp((app) => app.bench);
  const ignored = useLinked(location);

  return (
    <Stack gap="lg">
      <DropResults />
      {state.phase === 'failed' && <BenchFailed failure={state.failure} />}
      {(state.phase === 'idle' || state.phase === 'failed') && <SetupCard ignored={ignored} />}
      {state.phase === 'running' && <RunningCard state={state} />}
      {state.phase === 'done' && <DoneView {...state} />}
      {state.phase !== 'running' && (
        <>
          <KeptRuns />
          <CompareCard />
        </>
      )}
    </Stack>
  );
}

/** The address leads: it opens a kept run, or fills in what somebody wants measured. @returns keys of it that say nothing */
function useLinked(location: string): readonly string[] {
  useEffect(() => {
    const { bench: state } = store.getState();
    const run = runIn(location);
    if (run === undefined) {
      const linked = linkedSettings(location);
      if (linked) bench.change(linked.settings);
      if (state.phase === 'done' && shownAt.has(state.result.id)) bench.close(); // back from its own address
    } else if (state.phase !== 'done' || state.result.id !== run) void bench.open(run);
    if (run !== undefined) shownAt.add(run);
  }, [location]);
  return linkedSettings(location)?.ignored ?? [];
}

/** Runs that have had an address of their own: leaving it leaves them. */
const shownAt = new Set<string>();
