import { expect, it } from 'vitest';
import { madeOwnModel } from '../../../models/made-own-model.ts';
import { learntText } from './learnt-text.ts';

const own = madeOwnModel();
const run = (id: string, name: string) => ({
  file: { name, bytes: 1, lastModified: 0 },
  model: { key: 'k', id, title: 'any', device: 'wasm', dtype: 'q8', uncertainBelow: 0 } as const,
});

it('warns where a model scores a file named as the one that it has learnt from, with what it had right of others', () => {
  expect(learntText(run(own.id, 'a.csv'), [own])).toBe(
    'Parcels has learnt from a file named a.csv. A model is right more often on rows that it has seen: of 12 that were held out it had 91.7% (64.6 to 98.5%) right. That, not the figures below, is what to expect of new rows.',
  );
});

it('says nothing of other files, of other models, and of models that are gone', () => {
  expect(learntText(run(own.id, 'b.csv'), [own])).toBeUndefined();
  expect(learntText(run('sentiscope-base', 'a.csv'), [own])).toBeUndefined();
  expect(learntText(run(own.id, 'a.csv'), [])).toBeUndefined();
});
