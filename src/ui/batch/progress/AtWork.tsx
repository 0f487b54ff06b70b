import { Anchor, Progress, Text } from '@mantine/core';
import { percentDone } from '../../../state/scoring-state.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../use-app.ts';
import { addressOf } from '../address.ts';

/** While another file is chosen: that one is being scored, and what becomes of it. */
export function AtWork() {
  const percent = useApp(({ scoring }) => percentDone(scoring));
  const run = useApp(({ scoring }) => (scoring.phase === 'open' ? scoring.run : undefined));
  if (percent === undefined || !run) return null;
  return (
    <Notice color="blue" title={`${run.name} is being scored: ${percent}%`}>
      <Progress value={percent} size="sm" mb="xs" aria-hidden />
      <Text size="sm">
        It goes on while you look around; starting another file pauses it.{' '}
        <Anchor inherit href={`#${addressOf(run.id)}`}>
          Show it
        </Anchor>
      </Text>
    </Notice>
  );
}
