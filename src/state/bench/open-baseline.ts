import type { Baseline } from '../../core/bench/settings.ts';
import { baselineTitle } from './engine-name.ts';
import { timeFirst, type OpenDeps } from './open-model.ts';
import type { OpenEngine, OpenOrder } from './open-engine.ts';

/** A judge without a network: nothing to download; "loading" is its training. */
export async function openBaseline(
  { rig, versions, now }: OpenDeps,
  kind: Baseline,
  { examples, seed, firstText, onCrew, signal }: OpenOrder,
): Promise<OpenEngine> {
  const crew = await rig.openBaseline({ kind, examples, seed }, signal);
  onCrew(crew);
  const lexicon = kind === 'vader';
  return {
    crew,
    record: {
      id: kind,
      model: kind,
      title: baselineTitle(kind),
      kind: lexicon ? 'lexicon' : 'linear',
      device: 'javascript',
      dtype: null,
      key: lexicon ? `vader-sentiment ${versions.vader}` : `bag-of-words ${versions.app}`,
      trainedOn: crew.trainedOn,
      files: null,
      loadMs: [...crew.loadMs],
      firstMs: await timeFirst(crew, firstText, now),
      tolerance: 0, // the same arithmetic on the same text, bit for bit
      pads: false,
    },
  };
}
