import { VisuallyHidden } from '@mantine/core';
import { titleOf } from '../../models/chosen.ts';
import { isUnderWay, type EngineState } from '../../state/engine-state.ts';
import { chosenModel } from '../../state/settings.ts';
import { DockBar } from '../parts/DockBar.tsx';
import { useApp } from '../use-app.ts';
import { loadingText } from './loading-text.ts';
import { LoadAsking, LoadFailed, LoadStopped } from './LoadEnded.tsx';
import { LoadProgress } from './LoadProgress.tsx';

/** The way of a model into the page, on every view. Says the steps aloud, not every byte. */
export function LoadBanner() {
  const engine = useApp((app) => app.engine);
  const { loading, running, standIn } = engine;
  const wanted = useApp((app) => chosenModel(app.settings));
  const title = titleOf(wanted);
  const text = loadingText(loading, title, standIn);

  return (
    <>
      <VisuallyHidden aria-live="polite">{spokenText(engine, title) ?? text}</VisuallyHidden>
      {loading.phase !== 'none' && (
        <DockBar label="Loading the model">
          {loading.phase === 'failed' ? (
            <LoadFailed failure={loading.failure} title={text} wanted={wanted} engine={engine} />
          ) : loading.phase === 'asking' ? (
            <LoadAsking model={loading.model} title={text} />
          ) : loading.phase === 'stopped' ? (
            <LoadStopped title={text} standIn={standIn} />
          ) : (
            <LoadProgress loading={loading} title={text} running={running} />
          )}
        </DockBar>
      )}
    </>
  );
}

/** What is said otherwise than written: who answers, once for each change. */
function spokenText({ loading, running, standIn }: EngineState, title: string): string | undefined {
  if (loading.phase === 'none' && running) return `${titleOf(running.model)} is ready`;
  if (standIn && isUnderWay(loading))
    return `${titleOf(standIn.model)} answers until ${title} is ready`;
  return undefined;
}
