import { useEffect } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { scoring } from '../../app.ts';
import { runAt } from './address.ts';
import { RunPanel } from './RunPanel.tsx';
import { StartPanel } from './StartPanel.tsx';

/** Files: one on its way in, the ones scored before, or the run that the address names. */
export function BatchPanel() {
  const [location] = useHashLocation();
  const run = runAt(location);

  // The address leads: back, forward and a reload show what it names.
  useEffect(() => {
    if (run !== undefined) void scoring.open(run);
  }, [run]);

  return run === undefined ? <StartPanel /> : <RunPanel id={run} />;
}
