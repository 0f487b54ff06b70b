import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Metrics } from '../../../core/runs.ts';
import { percent } from '../../parts/format.ts';
import { calibrationChart, calibrationLabel } from './calibration-chart.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { ClassTable } from './ClassTable.tsx';
import { Confusion } from './Confusion.tsx';
import { Differences } from './Differences.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { reviews } from './rate-text.ts';
import styles from './compare.module.css';
import shared from './results.module.css';

/** A matrix of more labels is a list of what is mixed up. */
const MOST_IN_MATRIX = 8;

interface Props {
  labels: readonly string[];
  metrics: Metrics;
}

/** How the model's labels compare with those that the file gives. */
export function MetricsSection({ labels, metrics }: Props) {
  const { calibration } = metrics;
  const options = useMemo(() => calibrationChart(calibration), [calibration]);
  return (
    <div className={shared.grid}>
      <Stack>
        <Panel title="Right answers">
          <Headline metrics={metrics} />
        </Panel>
        <Panel title="Given label against the model’s">
          {labels.length > MOST_IN_MATRIX ? (
            <Differences labels={labels} metrics={metrics} />
          ) : (
            <Confusion labels={labels} metrics={metrics} />
          )}
        </Panel>
      </Stack>
      <Stack>
        <ChartCard
          title="Calibration"
          label={calibrationLabel(metrics)}
          height={240}
          options={options}
          lead={
            <Text size="sm" c="dimmed" mb="xs">
              Share of right labels against confidence, with 95% intervals. On the dashed line the
              model is right as often as it says.
            </Text>
          }
        >
          <Text size="sm">
            Expected calibration error (ECE): <b>{percent(metrics.ece, 1)}</b>
          </Text>
        </ChartCard>
        <Panel title="By class">
          <ClassTable labels={labels} metrics={metrics} />
        </Panel>
      </Stack>
    </div>
  );
}

function Headline({ metrics: { accuracy, macroF1, binary, reviews: n } }: { metrics: Metrics }) {
  return (
    <dl className={styles.headlines}>
      <Figure
        name={binary ? 'Three classes' : 'Accuracy'}
        value={percent(accuracy.share, 1)}
        note={`${percent(accuracy.low, 1)} to ${percent(accuracy.high, 1)} (95% Wilson interval), macro-F1 ${percent(macroF1, 1)}, ${reviews(n)}`}
      >
        {binary && 'Accuracy where a “neutral” of the model counts as wrong.'}
      </Figure>
      {binary && (
        <Figure
          name="Binary"
          value={percent(binary.accuracy.share, 1)}
          note={`${percent(binary.accuracy.low, 1)} to ${percent(binary.accuracy.high, 1)} (95% Wilson interval), macro-F1 ${percent(binary.macroF1, 1)}, ${reviews(binary.reviews)}`}
        >
          Accuracy where only P(positive) and P(negative) are compared: the file gives no neutral
          label.
        </Figure>
      )}
    </dl>
  );
}

function Figure(props: { name: string; value: string; note: string; children?: React.ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <span className={styles.figure}>{props.value}</span>
        <span className={styles.note}>{props.note}</span>
        {props.children && <span className={styles.note}>{props.children}</span>}
      </dd>
    </div>
  );
}
