import { Button, Group, Progress, Stack, Text, VisuallyHidden } from '@mantine/core';
import { training } from '../../../app.ts';
import type { Training } from '../../../state/learn/train-state.ts';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useApp } from '../../use-app.ts';
import { Curves } from './Curves.tsx';
import { embeddingText, isStale, planText, spokenText, stepText } from './run-text.ts';

/** Start, pause, step, reset, and the curves. */
export function RunPanel() {
  const state = useApp((app) => app.training);
  const ready = useApp(
    ({ trainSetup: { data } }) => data.phase === 'open' && data.content.phase === 'ready',
  );
  return (
    <Panel title="3 · Train">
      <Stack>
        {!ready && state.phase === 'idle' && <Text>First choose labelled texts above.</Text>}
        <Buttons state={state} ready={ready} />
        <VisuallyHidden role="status">{spokenText(state)}</VisuallyHidden>
        <Stand state={state} />
      </Stack>
    </Panel>
  );
}

function Buttons({ state, ready }: { state: Training; ready: boolean }) {
  const { text, act } = mainButton(state);
  const busy = state.phase === 'embedding';
  const under = state.phase === 'training';
  return (
    <Group gap="xs">
      {/* One button throughout, so that it keeps the focus. */}
      <Button onClick={() => void act()} disabled={!ready && !busy && !under}>
        {text}
      </Button>
      <Button
        variant="default"
        onClick={() => void training.step()}
        disabled={busy || (!ready && !under)}
      >
        One step
      </Button>
      {under && state.paused && state.points.length > 1 && (
        <Button variant="default" onClick={() => void training.finish()}>
          Finish here
        </Button>
      )}
      <Button variant="default" onClick={training.reset} disabled={state.phase === 'idle' || busy}>
        Reset
      </Button>
    </Group>
  );
}

function mainButton(state: Training) {
  switch (state.phase) {
    case 'idle':
      return { text: 'Start training', act: training.start };
    case 'embedding':
      return { text: 'Cancel', act: training.reset };
    case 'training':
      return state.paused
        ? { text: 'Go on', act: training.resume }
        : { text: 'Pause', act: training.pause };
    case 'done':
      return { text: 'Train again', act: training.start };
    case 'failed':
      return { text: 'Try again', act: training.start };
  }
}

function Stand({ state }: { state: Training }) {
  switch (state.phase) {
    case 'idle':
      return null;
    case 'failed':
      return (
        <Notice color="red" title="The training ended too early" role="alert">
          {failureText(state.failure)} Texts that were read already need not be read again.
        </Notice>
      );
    case 'embedding': {
      const text = embeddingText(state);
      const { progress, done, total } = state;
      const share =
        progress && progress.loaded < progress.total
          ? progress.loaded / progress.total
          : done / total;
      return (
        <div>
          <Text size="sm" mb={4} style={{ fontVariantNumeric: 'tabular-nums' }}>
            {text}
          </Text>
          <Progress.Root size="lg">
            <Progress.Section
              withAria={false} // Mantine's own value text is a bare percentage
              role="progressbar"
              aria-label="Reading the texts"
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={Math.round(share * 100)}
              aria-valuetext={text}
              value={share * 100}
            />
          </Progress.Root>
        </div>
      );
    }
    case 'training':
    case 'done':
      return (
        <>
          <div>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {planText(state.plan)}
            </Text>
            <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
              {stepText(state)}
            </Text>
          </div>
          <Stale state={state} />
          <Curves points={state.points} />
        </>
      );
  }
}

function Stale({ state }: { state: Extract<Training, { phase: 'training' | 'done' }> }) {
  const stale = useApp(({ trainSetup }) => isStale(state.plan, trainSetup));
  if (!stale) return null;
  return (
    <Text size="sm" fw={600}>
      The choices above have changed since this training was started:{' '}
      {state.phase === 'done' ? '“Train again”' : '“Reset” and “Start training”'} uses them.
    </Text>
  );
}
