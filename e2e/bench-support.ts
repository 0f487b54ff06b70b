import type { Page } from '@playwright/test';
import { modelReady } from './support.ts';

/** Seconds, on any machine. */
export const QUICK =
  'models=sentiscope-small,vader&workers=1&batch=1,4&texts=everyday:32&seconds=5';

/** Opens the view with settings in its address. */
export async function openBenchmark(page: Page, query = '') {
  await page.addInitScript(() => {
    const settings = { model: { source: 'bundled', id: 'sentiscope-small' }, device: 'wasm' };
    localStorage.setItem('sentiscope-settings', JSON.stringify(settings));
  });
  await page.goto(`#/benchmark${query && `?${query}`}`);
  await modelReady(page);
}

export const startBenchmark = (page: Page) =>
  page.getByRole('button', { name: 'Start the benchmark' });
/** What a run found, in words. */
export const headline = (page: Page) =>
  page.getByRole('region', { name: /: batch against real time$/ });
