import { toFailure } from '../../core/failure.ts';
import { latest } from '../../core/latest.ts';
import type { Studio } from '../../core/learn/studio.ts';
import { BASE } from '../../models/catalogue.ts';
import type { Store } from '../store.ts';
import { MOST_TEXTS, type Lens } from './lens-state.ts';

interface Deps {
  store: Store;
  studio: Studio;
}

/** @returns the texts of the box: its lines, without blank ones, MOST_TEXTS at most */
export function textsOf(typed: string): string[] {
  const lines = typed.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return lines.slice(0, MOST_TEXTS);
}

/** The model looked into: the one in use, or on its way, if it is one of ours, else the accurate one. */
export function lookedInto({ engine, settings }: ReturnType<Store['getState']>): string {
  const model = engine.running?.model ?? settings.model;
  if (model.source === 'bundled') return model.id;
  return model.source === 'own' ? model.encoder.id : BASE.id;
}

export function lensActions({ store, studio }: Deps) {
  const set = (change: Partial<Lens>) =>
    store.setState(({ lens }) => ({ lens: { ...lens, ...change } }));

  const look = latest(async () => {
    const { lens } = store.getState();
    const texts = textsOf(lens.typed);
    if (texts.length === 0) return set({ view: { phase: 'empty' } });
    const model = lookedInto(store.getState());
    const alone = Math.min(lens.alone, texts.length - 1);
    if (lens.view.phase !== 'seen') set({ view: { phase: 'waiting', progress: undefined } });
    try {
      const list = await studio.look(model, texts, {
        onDownload: (progress) => {
          if (store.getState().lens.view.phase === 'waiting')
            set({ view: { phase: 'waiting', progress } });
        },
      });
      const one = await studio.look(model, [texts[alone]!]);
      set({ view: { phase: 'seen', model, texts, one, list } }); // not `alone`: another may have been chosen meanwhile
    } catch (error) {
      set({ view: { phase: 'failed', failure: toFailure(error, 'inference-failed') } });
    }
  });

  return {
    /** Looks at what stands in the box, with the model in use now. */
    look: () => look(undefined),
    type: (typed: string) => {
      set({ typed });
      look(undefined);
    },
    /** @param alone index of a text of the list */
    choose: (alone: number) => {
      set({ alone });
      look(undefined);
    },
  };
}
