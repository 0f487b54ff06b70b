import { Stack, Table, Text } from '@mantine/core';
import { useDeferredValue } from 'react';
import { judge } from '../../../core/analysis/judge.ts';
import { findBundled } from '../../../models/chosen.ts';
import type { TrainResult } from '../../../state/learn/train-state.ts';
import { percent, count } from '../../parts/format.ts';
import { Panel } from '../../parts/Panel.tsx';
import { useApp } from '../../use-app.ts';
import { ClassScores } from './ClassScores.tsx';
import { Confusion } from './Confusion.tsx';
import { KeepPanel } from './KeepPanel.tsx';
import { LearningCurveCard } from './LearningCurveCard.tsx';
import { answerers, differenceText, shareText } from './result-text.ts';
import styles from './train.module.css';
import { WrongTexts } from './WrongTexts.tsx';

/** How good the trained model is, on texts it has never seen; and what to do with it. */
export function ResultPanels() {
  // Much to draw at once: it may come a moment after the curves, in pieces.
  const state = useDeferredValue(useApp((app) => app.training));
  if (state.phase !== 'done') return null;
  const { result, curve, plan } = state;
  return (
    <>
      <Panel title="4 · Result">
        <Headline result={result} bundled={findBundled(plan.encoder).title} />
      </Panel>
      <div className={styles.pair}>
        <Panel title="Given label against the model’s">
          <Confusion confusion={result.trained.confusion} labels={result.model.labels} />
        </Panel>
        <Panel title="By label">
          <ClassScores confusion={result.trained.confusion} labels={result.model.labels} />
        </Panel>
      </div>
      <WrongTexts result={result} />
      <LearningCurveCard curve={curve} />
      <KeepPanel key={result.model.id} result={result} plan={plan} />
    </>
  );
}

function Headline({ result, bundled }: { result: TrainResult; bundled: string }) {
  const { parts, trained } = result;
  const all = answerers(result, bundled);
  const { macroF1 } = judge(trained.confusion);
  return (
    <Stack gap="sm">
      <div>
        <p className={styles.headline}>{shareText(all[0]!)}</p>
        <Text size="sm">
          right of {count(parts.test)} test texts, with the 95% Wilson interval; macro-F1{' '}
          {percent(macroF1, 1)}. Learnt from {count(parts.train)} texts, stopped by{' '}
          {count(parts.validation)}; the weights are those of step {trained.best.step}.
        </Text>
      </div>
      <Table fz="sm" maw="34rem" className={styles.figures} aria-label="Right on the test texts">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>On the same {count(parts.test)} texts</Table.Th>
            <Table.Th ta="right">Right</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {all.map((one) => (
            <Table.Tr key={one.name}>
              <Table.Th scope="row" fw={400}>
                {one.name}
              </Table.Th>
              <Table.Td ta="right">{shareText(one)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {all.slice(1).map((one) => (
        <Text key={one.name} size="sm">
          {differenceText(one)}
        </Text>
      ))}
      <Text size="sm" c="dimmed" maw="46rem">
        Differences by McNemar’s exact test.{' '}
        {result.bundled
          ? `${bundled} has the same encoder and a head of its own, trained on far more texts than these. It chooses among the labels of your file alone. `
          : 'The bundled model knows other labels than these, so it can’t be asked. '}
        The test texts are judged once, at the end of a training. Who tries many settings and takes
        the one that is best here has chosen by the test: the figure then flatters.
      </Text>
    </Stack>
  );
}
