import { Stack } from '@mantine/core';
import { useApp } from '../use-app.ts';
import { IntakeView } from './intake/IntakeView.tsx';
import { AtWork } from './progress/AtWork.tsx';
import { RunsCard } from './runs/RunsCard.tsx';

/** A new file, and the earlier ones. */
export function StartPanel() {
  const idle = useApp((app) => app.intake.phase === 'idle');
  return (
    <Stack gap="lg">
      <AtWork />
      <IntakeView />
      {idle && <RunsCard />}
    </Stack>
  );
}
