import { expect, it } from 'vitest';
import { BASE, SMALL } from './catalogue.ts';
import { keyOf } from './chosen.ts';
import { modelNamed } from './named-model.ts';

it('knows a bundled model by its key, and where its weights run', () => {
  const { id, title, uncertainBelow } = BASE;
  const key = keyOf(BASE, 'q4');
  expect(modelNamed(key)).toEqual({
    key,
    id,
    title,
    device: 'webgpu',
    dtype: 'q4',
    uncertainBelow,
  });
});

it('knows it whichever engine answered', () => {
  const key = keyOf(SMALL, 'q8', 'kernel');
  expect(modelNamed(key)).toMatchObject({ key, id: SMALL.id, device: 'wasm', dtype: 'q8' });
});

it('takes the same model with other weights for another one', () => {
  expect(modelNamed('sentiscope-base q8 0123')).toMatchObject({
    id: 'sentiscope-base q8 0123',
    title: 'sentiscope-base',
    uncertainBelow: 0,
  });
});

it('names both models of a cascade', () => {
  const key = `${keyOf(SMALL, 'q8')} under 0.7 ${keyOf(BASE, 'q8')}`;
  expect(modelNamed(key)).toMatchObject({
    key,
    title: 'Sentiscope small, under 0.7 Sentiscope base',
    uncertainBelow: BASE.uncertainBelow,
  });
});
