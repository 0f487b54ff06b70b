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
  if (app.intake.phase !== 'draft' || app.intake.estimate.phase !== 'done') return undefined;
  return byCascade(app.intake.estimate.estimate, nextGate(app), app.cascade.cost);
}
