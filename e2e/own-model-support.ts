import type { Page } from '@playwright/test';
import { createRandom } from '../src/core/bench/random.ts';
import { SMALL } from '../src/models/catalogue.ts';
import { DIMENSIONS, encoderHash, ownId, type OwnModel } from '../src/models/own-model.ts';
import { modelReady } from './support.ts';

/** A head of random weights: its answers mean nothing, but they are always the same, and of every label. */
export function madeOwnModel(title: string, labels: readonly string[]): OwnModel {
  const random = createRandom(labels.length);
  const head = {
    encoder: { id: SMALL.id, sha256: encoderHash(SMALL) },
    labels: [...labels],
    weights: labels.map(() =>
      Array.from({ length: DIMENSIONS }, () => Math.fround(random() - 0.5)),
    ),
    bias: labels.map(() => 0),
  };
  return {
    source: 'own',
    format: 'sentiscope-own-model',
    version: 1,
    id: ownId(head),
    title,
    ...head,
    trained: {
      at: 0,
      from: 'made.csv',
      texts: 100,
      right: 1,
      of: 10,
      seed: 1,
      l2: 1,
      balanced: false,
      steps: 1,
    },
  };
}

/** Chooses a model of the user's own, as if it had been trained here, for every page load to come. */
export async function chooseOwn(page: Page, model: OwnModel) {
  await page.evaluate((own) => {
    localStorage.setItem('sentiscope-own-models', JSON.stringify([own]));
    localStorage.setItem('sentiscope-settings', JSON.stringify({ model: own, device: 'wasm' }));
  }, model);
}

/** Opens "Score a file" with a model of the user's own. */
export async function openBatchWith(page: Page, model: OwnModel) {
  await page.addInitScript(() => {
    // A browser driven from outside can't answer the dialog; the other way out is a download.
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
  await page.goto('icon.svg'); // of the same origin, and starts no model
  await chooseOwn(page, model);
  await page.goto('#/batch');
  await modelReady(page);
}
