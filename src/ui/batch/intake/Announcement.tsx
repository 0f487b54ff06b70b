import { VisuallyHidden } from '@mantine/core';
import { useApp } from '../../use-app.ts';
import { stateText } from './state-text.ts';

/** The steps for screen readers; failures are alerts of their own. */
export function Announcement() {
  const text = useApp((app) => stateText(app.intake));
  return <VisuallyHidden role="status">{text}</VisuallyHidden>;
}
