import { Card, Text, Title } from '@mantine/core';
import { useThrottledValue } from '@mantine/hooks';
import { lazy, Suspense, useEffect } from 'react';
import { speakerIn } from '../../state/engine-state.ts';
import { useApp } from '../use-app.ts';
import { History } from './History.tsx';
import type { LatencyChart as Chart } from './LatencyChart.tsx';
import { Split } from './Split.tsx';
import styles from './timing.module.css';

let chart: Promise<{ default: typeof Chart }> | undefined;
const loadChart = () =>
  (chart ??= import('./LatencyChart.tsx').then(({ LatencyChart }) => ({ default: LatencyChart })));
const LatencyChart = lazy(loadChart);

const REDRAW_MS = 500;

/** Where the time goes between a keystroke and its label. */
export function TimingCard() {
  // Drawing it anew for every keystroke would be in the way of the next one's label.
  const samples = useThrottledValue(
    useApp((app) => app.live.samples),
    REDRAW_MS,
  );
  const answered = useApp((app) => app.live.answer !== undefined);
  const speaks = useApp((app) => speakerIn(app.engine) !== undefined);
  // Not on the line beside what the first label needs, and yet before most typing, which is to ask for nothing.
  useEffect(() => {
    if (speaks) void loadChart().catch(() => {}); // told when it is to be drawn
  }, [speaks]);
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
