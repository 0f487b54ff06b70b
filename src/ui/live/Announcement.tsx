import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { isCurrent } from '../../state/live-state.ts';
import { percent } from '../parts/format.ts';
import { labelStyle } from '../parts/label-style.ts';
import { useApp } from '../use-app.ts';

/** How long an answer must have stood before it is read out: nobody can listen to one for every keystroke. */
const CALM_MS = 1000;

/** The label for screen readers, once the typing has come to rest. */
export function Announcement() {
  const answer = useApp(({ live }) => (isCurrent(live) ? live.answer : undefined));
  const [calm, setCalm] = useState<typeof answer>();

  useEffect(() => {
    const timer = setTimeout(() => setCalm(answer), CALM_MS);
    return () => clearTimeout(timer);
  }, [answer]);

  const { label, confidence, uncertain } = calm?.prediction ?? {};
  return (
    <VisuallyHidden role="status">
      {label && calm === answer && (
        <>
          {labelStyle(label).word}, {percent(confidence!)}
          {uncertain && ', uncertain'}
        </>
      )}
    </VisuallyHidden>
  );
}
