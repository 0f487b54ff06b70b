import { Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { intake } from '../../../app.ts';
import { useApp } from '../../use-app.ts';
import { Announcement } from './Announcement.tsx';
import { DraftView } from './DraftView.tsx';
import { DropAnywhere } from './DropAnywhere.tsx';
import { Failed } from './Failed.tsx';
import { pastedIn } from './pasted.ts';
import { StartCard } from './StartCard.tsx';

/** From a dropped file to the start of its scoring. */
export function IntakeView() {
  const state = useApp((app) => app.intake);
  const drafting = state.phase === 'draft';

  // The view changes under the focus: it goes on to the next thing to press. A draft takes it itself.
  const choose = useRef<HTMLButtonElement>(null);
  const before = useRef(state.phase);
  useEffect(() => {
    const back = state.phase === 'idle' || state.phase === 'failed';
    if (back && before.current !== state.phase) choose.current?.focus();
    before.current = state.phase;
  }, [state.phase]);

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented) return; // the drop zone took it
      const { files, text } = pastedIn(event);
      if (files.length > 0) void intake.open(files);
      else if (!drafting) void intake.openText(text); // a slip of the keys should not put a draft away
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [drafting]);

  return (
    <Stack>
      <DropAnywhere />
      {state.phase === 'failed' && <Failed name={state.name} failure={state.failure} />}
      {drafting ? (
        <DraftView draft={state} />
      ) : (
        <StartCard
          chooseRef={choose}
          opening={state.phase === 'inspecting' ? state.name : undefined}
        />
      )}
      <Announcement />
    </Stack>
  );
}
