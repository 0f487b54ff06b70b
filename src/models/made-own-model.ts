import { SMALL } from './catalogue.ts';
import { DIMENSIONS, encoderHash, ownId, type OwnModel } from './own-model.ts';

/** For tests: a model with two labels. */
export function madeOwnModel(change: Partial<OwnModel> = {}): OwnModel {
  const content = {
    encoder: { id: SMALL.id, sha256: encoderHash(SMALL) },
    labels: ['late', 'fine'],
    weights: [Array<number>(DIMENSIONS).fill(0.25), Array<number>(DIMENSIONS).fill(-0.25)],
    bias: [0.5, -0.5],
    ...change,
  };
  return {
    source: 'own',
    format: 'sentiscope-own-model',
    version: 1,
    id: ownId(content),
    title: 'Parcels',
    trained: {
      at: 1_000,
      from: 'a.csv',
      texts: 80,
      right: 11,
      of: 12,
      seed: 1,
      l2: 0.01,
      balanced: true,
      steps: 30,
    },
    ...content,
  };
}
