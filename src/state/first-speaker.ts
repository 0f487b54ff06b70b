import { isUnderWay, speakerIn } from './engine-state.ts';
import type { Store } from './store.ts';

/** Resolves once a model speaks, or none is on its way any more. */
export function firstSpeaker(store: Store): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { engine } = store.getState();
      const over = speakerIn(engine) !== undefined || !isUnderWay(engine.loading);
      if (over) resolve();
      return over;
    };
    if (look()) return;
    const leave = store.subscribe(() => look() && leave());
  });
}
