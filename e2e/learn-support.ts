import { expect, type Page } from '@playwright/test';
import { faultsOf, modelReady } from './support.ts';

/** The small model, whatever this machine has: seconds instead of minutes. */
const SETTINGS = { model: { source: 'bundled', id: 'sentiscope-small' }, device: 'wasm' };

/** Opens a part of Learn, with the small model in use. @param more of the address, such as "&seed=7" */
export async function openPart(page: Page, id: string, title: string, more = '') {
  await page.addInitScript((settings) => {
    // Not over what the test itself has chosen before a reload.
    if (!localStorage.getItem('sentiscope-settings'))
      localStorage.setItem('sentiscope-settings', JSON.stringify(settings));
  }, SETTINGS);
  await page.goto(`#/learn?part=${id}${more}`);
  await expect(page.getByRole('heading', { name: title, level: 2 })).toBeVisible();
  await modelReady(page);
}

export { expectFits } from './support.ts';

/** What axe finds in light and in dark. */
export async function faultsInBoth(page: Page) {
  const faults = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    faults.push(...(await faultsOf(page)));
  }
  return faults;
}
