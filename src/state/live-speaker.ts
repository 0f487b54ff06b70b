import { titleOf } from '../models/chosen.ts';
import { speakerIn, type EngineState } from './engine-state.ts';
import type { LiveAnswer } from './live-state.ts';
import type { Store } from './store.ts';

/** Who has just answered. */
export function speakerOf(engine: EngineState): LiveAnswer['by'] {
  const speaker = speakerIn(engine);
  return { title: speaker ? titleOf(speaker.model) : '', standsIn: !engine.running };
}

interface Told {
  /** Another model answers now, or one answers at last. */
  onOther: () => void;
  /** A model answers that another one has stood in for. */
  onTakeOver: () => void;
}

export function watchSpeaker(store: Store, { onOther, onTakeOver }: Told) {
  let before = store.getState().engine;
  store.subscribe(({ engine }) => {
    const [was, now] = [speakerIn(before), speakerIn(engine)];
    const takesOver = engine.running !== undefined && before.standIn !== undefined;
    before = engine;
    if (!now || now === was) return;
    if (takesOver) onTakeOver();
    else if (now.model !== was?.model || now.device !== was.device) onOther();
  });
}
