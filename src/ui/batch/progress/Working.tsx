import { Button, Group, Loader, Progress, Text, Title } from '@mantine/core';
import { scoring } from '../../../app.ts';
import type { Run } from '../../../core/runs.ts';
import type { Activity } from '../../../state/scoring-state.ts';
import { Figures } from './Figures.tsx';
import { NotifyMe } from './NotifyMe.tsx';
import styles from './progress.module.css';
import { headline, rangeText, readingText, rowsText, yieldText } from './progress-text.ts';
import { Workers } from './Workers.tsx';

type Props = { run: Run } & Extract<Activity, { kind: 'working' }>;

export function Working({ run, ...activity }: Props) {
  const { pace, reading, waitsForModel } = activity;
  const total = Math.max(pace?.total ?? 0, run.rows, 1);
  const share = (100 * run.done) / total;
  const left = pace?.secondsLeft && `${rangeText(pace.secondsLeft)} left`;
  return (
    <>
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={2} size="h5">
          {headline(run, activity)}
        </Title>
        <Text size="sm" c="dimmed" className={styles.figure}>
          {left}
        </Text>
      </Group>
      <Progress.Root size="lg">
        <Progress.Section
          withAria={false}
          role="progressbar"
          aria-label="Rows scored"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.floor(share)}
          aria-valuetext={rowsText(run, pace)}
          value={share}
        />
      </Progress.Root>
      <Group justify="space-between" gap="xs" mt={6} mb="md">
        <Text size="sm" className={styles.figure}>
          {waitsForModel && <Loader size="xs" mr="xs" component="span" />}
          {rowsText(run, pace)}
        </Text>
        <Text size="sm" c="dimmed" className={styles.figure}>
          {reading ? readingText(reading) : `${Math.floor(share)}%`}
        </Text>
      </Group>
      <Figures run={run} pace={pace} />
      {pace && <Workers shares={pace.workers} />}
      <Text size="sm" c="dimmed" mt="xs">
        {pace && yieldText(pace.yielded)} Every scored row is stored at once: close the page, and
        you can go on later.
      </Text>
      <Group mt="md" gap="xs">
        <Button onClick={scoring.pause}>Pause</Button>
        <Button variant="default" onClick={scoring.stop}>
          Stop and keep
        </Button>
        <NotifyMe />
      </Group>
    </>
  );
}
