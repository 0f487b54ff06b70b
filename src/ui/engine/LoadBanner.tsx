import { VisuallyHidden } from '@mantine/core';
import { titleOf } from '../../models/chosen.ts';
import { chosenModel } from '../../state/settings.ts';
import { DockBar } from '../parts/DockBar.tsx';
import { useApp } from '../use-app.ts';
import { loadingText } from './loading-text.ts';
import { LoadAsking, LoadFailed, LoadStopped } from './LoadEnded.tsx';
import { LoadProgress } from './LoadProgress.tsx';

/** The way of a model into the page, on every view. Says the steps aloud, not every byte. */
export function LoadBanner() {
  const loading = useApp((app) => app.engine.loading);
  const running = useApp((app) => app.engine.running);
  const wanted = useApp((app) => chosenModel(app.settings));
  const title = titleOf(wanted);
  const text = loadingText(loading, title);
  const spoken = loading.phase === 'none' && running ? `${titleOf(running.model)} is ready` : text;

  return (
    <>
      <VisuallyHidden aria-live="polite">{spoken}</VisuallyHidden>
      {loading.phase !== 'none' && (
        <DockBar label="Loading the model">
          {loading.phase === 'failed' ? (
            <LoadFailed failure={loading.failure} title={text} wanted={wanted} running={running} />
          ) : loading.phase === 'asking' ? (
            <LoadAsking model={loading.model} title={text} />
          ) : loading.phase === 'stopped' ? (
            <LoadStopped title={text} />
          ) : (
            <LoadProgress loading={loading} title={text} running={running} />
          )}
        </DockBar>
      )}
    </>
  );
}
