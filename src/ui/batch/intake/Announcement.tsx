import { VisuallyHidden } from '@mantine/core';
import { nextGate } from '../../../state/cascade-state.ts';
import type { AppState } from '../../../state/store.ts';
import { useApp } from '../../use-app.ts';
import { byCascade } from './cascade/cascade-text.ts';
import { stateText } from './state-text.ts';

/** The steps for screen readers; failures are alerts of their own. */
export function Announcement() {
  const text = useApp((app) => stateText(app.intake, expectation(app)));
  return <VisuallyHidden role="status">{text}</VisuallyHidden>;
}

/** The time as the start bar says it. */
function expectation(app: AppState) {
  const gate = nextGate(app);
  if (app.intake.phase !== 'draft' || app.intake.estimate.phase !== 'done') return undefined;
  const { estimate } = app.intake.estimate;
  return gate === undefined ? estimate : byCascade(estimate, gate, app.cascade.cost);
}
