import { Loader, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { shapeOf, typeOf } from '../../../core/learn/calls/describe-answer.ts';
import { isUnderWay } from '../../../state/engine-state.ts';
import type { Outcome } from '../../../state/learn/calls-state.ts';
import { failureText } from '../../parts/failure-text.ts';
import { ms } from '../../parts/format.ts';
import { useApp } from '../../use-app.ts';
import styles from './calls.module.css';
import { excerpt, tooManyText, unreadText } from './outcome-text.ts';
import { Tree } from './Tree.tsx';

/** What came of a call: its type, its shape and the whole of it, or why there is none. */
export function OutcomeView({ source, outcome }: { source: string; outcome: Outcome }) {
  switch (outcome.phase) {
    case 'waiting':
      return <Waiting />;
    case 'answered': {
      const { answer, tookMs } = outcome;
      return (
        <>
          <Facts type={typeOf(answer)} shape={shapeOf(answer)}>
            {ms(tookMs)}
          </Facts>
          <Tree value={answer} open />
        </>
      );
    }
    case 'unread': {
      const [before, there, after] = excerpt(source, outcome.at);
      return (
        <>
          <p className={styles.error}>Not run. {unreadText(outcome)}</p>
          <code className={styles.excerpt}>
            {before}
            <mark>{there}</mark>
            {after}
          </code>
        </>
      );
    }
    case 'thrown':
      return (
        <>
          <Facts type={outcome.name} shape="an error: no answer" />
          <p className={styles.error}>{outcome.message}</p>
        </>
      );
    case 'too-many':
      return <p className={styles.error}>Not run. {tooManyText(outcome.texts)}</p>;
    case 'failed':
      return <p className={styles.error}>{failureText(outcome.failure)}</p>;
  }
}

interface FactsProps {
  type: string;
  shape: string;
  /** How long it took. */
  children?: ReactNode;
}

function Facts({ type, shape, children }: FactsProps) {
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Type</dt>
        <dd>
          <code>{type}</code>
        </dd>
      </div>
      <div>
        <dt>Shape</dt>
        <dd>
          <code>{shape}</code>
        </dd>
      </div>
      {children && (
        <div>
          <dt>Took</dt>
          <dd>{children}</dd>
        </div>
      )}
    </dl>
  );
}

function Waiting() {
  const ready = useApp(({ engine }) => engine.running !== undefined);
  const underWay = useApp(({ engine }) => isUnderWay(engine.loading));
  return (
    <Text size="sm" className={styles.waiting}>
      <Loader size="xs" aria-hidden />
      {ready
        ? 'Scoring …'
        : underWay
          ? 'Waiting for the model, which is on its way. The answer appears here by itself.'
          : 'There is no model to ask. The bar at the foot of the window says why, and what you can do.'}
    </Text>
  );
}
