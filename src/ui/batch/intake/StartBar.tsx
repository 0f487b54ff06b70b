import { Button, Group, Text } from '@mantine/core';
import { intake } from '../../../app.ts';
import { ownLabels, titleOf } from '../../../models/chosen.ts';
import { isUnderWay } from '../../../state/engine-state.ts';
import { nextGate } from '../../../state/cascade-state.ts';
import { canStart, type Draft } from '../../../state/intake-state.ts';
import { chosenModel } from '../../../state/settings.ts';
import { failureText } from '../../parts/failure-text.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useApp } from '../../use-app.ts';
import { byCascade, cascadeTitle } from './cascade/cascade-text.ts';
import { FailureDetail } from './FailureDetail.tsx';
import styles from './intake.module.css';
import { startText, whyNot } from './start-text.ts';
import { timeRange } from './time-text.ts';

/** The last word: what is going to be scored by what. In sight as long as nothing else stands at the window's foot. */
export function StartBar({ draft }: { draft: Draft }) {
  const model = useApp(({ engine, settings }) => engine.running?.model ?? chosenModel(settings));
  const docked = useApp(({ engine }) => engine.loading.phase !== 'none');
  const ready = useApp(({ engine }) => engine.running !== undefined);
  const hopeless = useApp(({ engine }) => !engine.running && !isUnderWay(engine.loading));
  const gate = useApp(nextGate);
  const cost = useApp((app) => app.cascade.cost);
  const exact = draft.estimate.phase === 'done' ? draft.estimate.estimate : undefined;
  const estimate = byCascade(exact, gate, cost);
  const waiting = draft.starting && !ready;
  const labels = ownLabels(model);
  const why = whyNot(draft, hopeless);
  return (
    <section className={styles.start} data-sticky={!docked} aria-label="Start">
      {draft.startFailure && (
        <Notice color="red" mb="sm" title="Scoring could not start">
          {failureText(draft.startFailure)}
          <FailureDetail failure={draft.startFailure} />
        </Notice>
      )}
      <div className={styles.startRow}>
        <div className={styles.with}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {why ?? (
              <>
                With{' '}
                <Text span inherit fw={600}>
                  {gate === undefined ? titleOf(model) : cascadeTitle(gate)}
                </Text>
                {labels && `, ${labels.length} labels`}
                {estimate && `, about ${timeRange(estimate.lowSeconds, estimate.highSeconds)}`}
              </>
            )}
          </Text>
          {!why && (
            <Text size="xs" c="dimmed" {...(!waiting && { visibleFrom: 'xs' })}>
              {waiting
                ? 'Starts as soon as the model is ready.'
                : 'Model, device and workers are changed under “Engine”.'}
            </Text>
          )}
        </div>
        <Group gap="xs" className={styles.buttons}>
          <Button variant="default" onClick={intake.close} disabled={draft.starting && ready}>
            Cancel
          </Button>
          <Button
            onClick={intake.start}
            disabled={why !== undefined || (!canStart(draft) && !draft.starting)}
            loading={draft.starting}
          >
            {startText(draft)}
          </Button>
        </Group>
      </div>
    </section>
  );
}
