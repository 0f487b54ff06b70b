import { Button, Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { training } from '../../../app.ts';
import type { LearningPoint } from '../../../core/learn/train/trainer.ts';
import type { LearningCurve } from '../../../state/learn/train-state.ts';
import { ChartCard } from '../../parts/ChartCard.tsx';
import { failureText } from '../../parts/failure-text.ts';
import { csvOf, type FigureTable } from '../../parts/figure-table.ts';
import { count, percent } from '../../parts/format.ts';
import { Notice } from '../../parts/Notice.tsx';
import { AsTable } from '../../parts/NumbersTable.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { TRAIN_COLOR, VALIDATION_COLOR } from './curves-chart.ts';
import { learningChart, learningText, rowsOf, type LearningRow } from './learning-chart.ts';
import styles from './train.module.css';

const TITLE = 'Learning curve: would more texts help?';

/** Share right over the number of texts learnt from, worked out on request. */
export function LearningCurveCard({ curve }: { curve: LearningCurve }) {
  const points = curve.phase === 'running' || curve.phase === 'done' ? curve.points : [];
  if (points.length > 0) return <Drawn points={points} running={curve.phase === 'running'} />;
  return (
    <Panel title={TITLE}>
      {curve.phase === 'failed' && (
        <Notice color="red" mb="sm" title="The learning curve was not finished" role="alert">
          {failureText(curve.failure)}
        </Notice>
      )}
      <Text size="sm" mb="sm" maw="46rem">
        Trains anew on 5%, 10%, 20%, 40%, 70% and all of the training texts, each time to the end,
        and judges each on the same test texts.
      </Text>
      <Toggle running={curve.phase === 'running'} />
    </Panel>
  );
}

/** One button, so that it keeps the focus. */
function Toggle({ running }: { running: boolean }) {
  return (
    <Button
      variant="default"
      onClick={() => void (running ? training.stopLearning() : training.learn())}
    >
      {running ? 'Cancel' : 'Draw the learning curve'}
    </Button>
  );
}

function Drawn({ points, running }: { points: readonly LearningPoint[]; running: boolean }) {
  const rows = useMemo(() => rowsOf(points), [points]);
  const options = useMemo(() => learningChart(rows), [rows]);
  const table = tableOf(rows);
  const last = rows.at(-1)!;
  return (
    <ChartCard
      title={TITLE}
      label={`Share right over texts learnt from, ${rows.length} sizes: ${percent(last.share, 1)} of the test texts with ${count(last.texts)}.`}
      height={240}
      options={options}
      csv={() => csvOf(table)}
      lead={
        <ul className={styles.keys}>
          <li>
            <span className={styles.line} style={{ borderColor: TRAIN_COLOR }} />
            Texts learnt from
          </li>
          <li>
            <span className={styles.line} data-dashed style={{ borderColor: VALIDATION_COLOR }} />
            Test texts, with 95% interval
          </li>
        </ul>
      }
    >
      {running ? (
        <Group gap="sm">
          <Text size="sm" role="status">
            {rows.length} of at most 6 sizes done
          </Text>
          <Toggle running />
        </Group>
      ) : (
        <Text size="sm" role="status" maw="46rem">
          {learningText(rows)}
        </Text>
      )}
      <AsTable name={TITLE} table={table} />
    </ChartCard>
  );
}

function tableOf(rows: readonly LearningRow[]): FigureTable<LearningRow> {
  const show = (share: number) => percent(share, 1);
  return {
    rows,
    columns: [
      { name: 'Texts learnt from', value: ({ texts }) => texts, show: count },
      { name: 'Right of those', unit: '0 to 1', value: ({ train }) => train, show },
      { name: 'Right of the test texts', unit: '0 to 1', value: ({ share }) => share, show },
      { name: 'Low', unit: '0 to 1', value: ({ low }) => low, show },
      { name: 'High', unit: '0 to 1', value: ({ high }) => high, show },
    ],
  };
}
