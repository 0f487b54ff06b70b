import { Button, Card, Group, Progress, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { bench } from '../../../app.ts';
import type { Bench } from '../../../state/bench/state.ts';
import { Notice } from '../../parts/Notice.tsx';
import { leftText, stageText, stepPercent, stepText } from './step-text.ts';

type Props = { state: Extract<Bench, { phase: 'running' }> };

/** A run under way. Nothing here moves by itself: an animation would take frames from what is timed. */
export function RunningCard({ state: { step, paused, cancelling } }: Props) {
  const percent = stepPercent(step);
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="running-title">
      <Stack gap="sm">
        <Title order={2} size="h3" id="running-title">
          Measuring
        </Title>
        <Text style={{ fontVariantNumeric: 'tabular-nums' }}>{stepText(step)}</Text>
        <Progress.Root size="lg" transitionDuration={0}>
          <Progress.Section
            withAria={false}
            role="progressbar"
            aria-label="This step"
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.floor(percent)}
            value={percent}
          />
        </Progress.Root>
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            Keep this tab visible, and leave the machine alone if you can.
          </Text>
          <Text size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
            {leftText(step)}
          </Text>
        </Group>
        {paused && (
          <Notice color="yellow" title="Paused: the tab was hidden">
            The round under way is thrown away and measured again once the tab is seen.
          </Notice>
        )}
        <Group>
          <Button variant="default" onClick={bench.cancel} disabled={cancelling}>
            {cancelling ? 'Ending after this request' : 'Cancel'}
          </Button>
          <Text size="sm" c="dimmed">
            What is complete by then is shown.
          </Text>
        </Group>
      </Stack>
      <VisuallyHidden role="status">{paused ? 'Paused' : stageText(step)}</VisuallyHidden>
    </Card>
  );
}
