import { Card, VisuallyHidden } from '@mantine/core';
import type { Run } from '../../../core/runs.ts';
import type { Activity } from '../../../state/scoring-state.ts';
import { useApp } from '../../use-app.ts';
import { Elsewhere } from './Elsewhere.tsx';
import { Paused } from './Paused.tsx';
import { headline } from './progress-text.ts';
import { Done, Waiting } from './Resting.tsx';
import { Working } from './Working.tsx';

/** How far the open run is, and what can be done about it. */
export function ProgressCard() {
  const run = useApp(({ scoring }) => (scoring.phase === 'open' ? scoring.run : undefined));
  const activity = useApp(({ scoring }) =>
    scoring.phase === 'open' ? scoring.activity : undefined,
  );
  if (!run || !activity) return null;
  return (
    <Card withBorder padding="lg" component="section" aria-label="Progress">
      <Content run={run} activity={activity} />
      {/* Percent by percent would be a chatter: only a change of what goes on is announced. */}
      <VisuallyHidden role="status">{headline(run, activity)}</VisuallyHidden>
    </Card>
  );
}

function Content({ run, activity }: { run: Run; activity: Activity }) {
  switch (activity.kind) {
    case 'working':
      return <Working run={run} {...activity} />;
    case 'paused':
      return <Paused run={run} reason={activity.reason} />;
    case 'elsewhere':
      return <Elsewhere />;
    case 'idle':
      return run.status === 'finished' ? (
        <Done run={run} />
      ) : (
        <Waiting run={run} hasFile={activity.hasFile} />
      );
  }
}
