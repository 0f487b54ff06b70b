import { Card, Text, Title } from '@mantine/core';
import { useThrottledValue } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useApp } from '../use-app.ts';
import { History } from './History.tsx';
import { Split } from './Split.tsx';
import styles from './timing.module.css';

// On its way with the panel, so that typing asks for nothing, but not in its way.
const chart = import('./LatencyChart.tsx');
const LatencyChart = lazy(() => chart.then((module) => ({ default: module.LatencyChart })));

const REDRAW_MS = 500;

/** Where the time goes between a keystroke and its label. */
export function TimingCard() {
  // Drawing it anew for every keystroke would be in the way of the next one's label.
  const samples = useThrottledValue(
    useApp((app) => app.live.samples),
    REDRAW_MS,
  );
  const answered = useApp((app) => app.live.answer !== undefined);
  if (samples.length === 0 || !answered) return null;
  return (
    <Card
      withBorder
      padding="lg"
      component="section"
      aria-labelledby="timing-title"
      className={styles.timing}
    >
      <Title order={2} size="h5" id="timing-title" mb="xs">
        From keystroke to label
      </Title>
      <Split samples={samples} />
      <Text size="sm" c="dimmed" mt="md" mb={4}>
        {samples.length === 1
          ? 'One answer, in ms'
          : `The last ${samples.length} answers, in ms; newest at the right`}
      </Text>
      <Suspense fallback={<div style={{ height: 160 }} />}>
        <LatencyChart samples={samples} />
      </Suspense>
      <History samples={samples} />
    </Card>
  );
}
