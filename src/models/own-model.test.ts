import { expect, it } from 'vitest';
import * as v from 'valibot';
import { headLogits } from '../core/head.ts';
import { createRandom } from '../core/bench/random.ts';
import { BASE, SMALL } from './catalogue.ts';
import { answeringOf, devicesOf, filesOf, keyOf, specOf } from './chosen.ts';
import { DIMENSIONS, headOf, headRows, OwnModel, ownId, ownSummary } from './own-model.ts';
import { madeOwnModel } from './made-own-model.ts';

it('keeps every weight on its way through JSON', () => {
  const random = createRandom(3);
  const numbers = (n: number) =>
    Float32Array.from({ length: n }, () => (random() - 0.5) * 10 ** Math.floor(random() * 12 - 6));
  const head = { labels: ['a', 'b'], weights: numbers(2 * DIMENSIONS), bias: numbers(2) };
  const text = JSON.stringify(headRows(head));
  expect(headOf(JSON.parse(text) as OwnModel)).toEqual(head);
  expect(text.length).toBeLessThan(2 * DIMENSIONS * 18);
});

it('loads the encoder’s int8 files on WASM, with the head in its specification', () => {
  const model = madeOwnModel();
  const base = 'https://page.example/models/';
  expect(devicesOf(model)).toEqual(['wasm']);
  expect(filesOf(model, 'q8', base)).toEqual(filesOf(SMALL, 'q8', base));
  const spec = specOf(model, 'wasm', base);
  expect(spec).toMatchObject({ id: SMALL.id, dtype: 'q8', head: { labels: model.labels } });
  expect(headLogits(spec.head!, new Float32Array(DIMENSIONS))).toEqual(
    Float32Array.from(model.bias),
  );
});

it('has a key that no other head and no bundled model has', () => {
  const model = madeOwnModel();
  const other = { ...model, bias: [0.5, 0.25] };
  const keys = [model, { ...other, id: ownId(other) }, SMALL, BASE].map((one) => keyOf(one, 'q8'));
  expect(new Set(keys).size).toBe(4);
});

it('is named by what it holds, whatever it is called', () => {
  const model = madeOwnModel();
  expect(ownId({ ...model, title: 'other' } as OwnModel)).toBe(ownId(model));
  expect(ownId({ ...model, labels: ['late', 'other'] })).not.toBe(ownId(model));
});

it('answers with its own labels, and is never called uncertain', () => {
  expect(answeringOf(madeOwnModel())).toEqual({ labels: ['late', 'fine'], uncertainBelow: 0 });
});

it('says in a line what it is', () => {
  expect(ownSummary(madeOwnModel())).toBe(
    '2 labels: late, fine. On Sentiscope small, trained on 80 texts of a.csv.',
  );
});

it.each([
  ['too few numbers in a row', { weights: [[1, 2], [3]] }],
  ['a number that is none', { bias: [1, null] }],
  ['fewer weights than labels', { weights: [Array<number>(DIMENSIONS).fill(0)] }],
  ['two equal labels', { labels: ['late', 'late'] }],
  ['one label', { labels: ['late'] }],
  ['an encoder that is not ours', { encoder: { id: 'other', sha256: '' } }],
  ['no name', { title: ' ' }],
  ['another version', { version: 2 }],
  ['no held-out text', { trained: { ...madeOwnModel().trained, of: 0 } }],
])('refuses %s', (_, change) => {
  expect(v.safeParse(OwnModel, { ...madeOwnModel(), ...change }).success).toBe(false);
});
