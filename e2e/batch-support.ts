import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, type Worker } from '@playwright/test';
import { modelReady } from './support.ts';

export const EVERYDAY = 'public/samples/reviews.csv';

export interface Choice {
  model?: 'sentiscope-base' | 'sentiscope-small';
  workers?: number;
  engine?: 'kernel' | 'library';
}

/** Opens "Score a file" with a model that is chosen already. */
export async function openBatch(page: Page, choice: Choice = {}) {
  const { model = 'sentiscope-small', workers, engine } = choice;
  const settings = { model: { source: 'bundled', id: model }, device: 'wasm', workers, engine };
  await page.addInitScript((kept) => {
    localStorage.setItem('sentiscope-settings', kept);
    // A browser driven from outside can't answer the dialog; the other way out is a download.
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  }, JSON.stringify(settings));
  await page.goto('#/batch');
  await modelReady(page);
}

export interface NamedFile {
  name: string;
  content: string | Buffer;
}

/** Gives the file to the page as the file dialog would. */
export async function choose(page: Page, { name, content }: NamedFile) {
  const file = { name, mimeType: '', buffer: Buffer.from(content) };
  await page.getByLabel('File to score').setInputFiles(file);
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

export const startButton = (page: Page) =>
  page.getByRole('button', { name: /^Score( the)? [\d,]+ row/ });

export async function start(page: Page) {
  await startButton(page).click();
  await expect(page).toHaveURL(/batch\?run=/);
}

export const progress = (page: Page) => page.getByRole('region', { name: 'Progress' });

/** Waits until every row of the run on show is scored. */
export async function finished(page: Page) {
  await expect(progress(page).getByRole('heading', { name: 'Every row is scored' })).toBeVisible({
    timeout: 110_000,
  });
}

export async function scoreFile(page: Page, file: NamedFile) {
  await choose(page, file);
  await start(page);
  await finished(page);
}

/** Waits until at least so many rows are scored and stored. */
export async function scoredAtLeast(page: Page, rows: number) {
  await expect
    .poll(() => rowsDone(progress(page)), { timeout: 60_000, intervals: [50] })
    .toBeGreaterThanOrEqual(rows);
}

async function rowsDone(card: Locator): Promise<number> {
  const text = (await card.textContent()) ?? '';
  return Number(/([\d,]+) of (?:about )?[\d,]+ rows/.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
}

/** Exports all rows, or those that the filters show. */
export async function exported(
  page: Page,
  format: 'CSV' | 'JSON Lines' | 'Parquet' | 'Report',
  filtered = false,
): Promise<Buffer> {
  await page.getByRole('button', { name: 'Export', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: new RegExp(`^${format}`) }).check();
  if (filtered) await dialog.getByRole('radio', { name: /Those that the filters show/ }).check();
  const waiting = page.waitForEvent('download');
  await dialog
    .getByRole('button', { name: format === 'Report' ? 'Save the report' : 'Export', exact: true })
    .click();
  const bytes = readFileSync(await (await waiting).path());
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toBeHidden();
  return bytes;
}

export type Exported = Record<string, unknown> & {
  sentiscope_label: string;
  sentiscope_positive: number;
};

export async function exportedRows(page: Page, filtered = false): Promise<Exported[]> {
  const lines = (await exported(page, 'JSON Lines', filtered)).toString('utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Exported);
}

/** The workers of one kind: scorer, importer or archive. */
export async function workersNamed(page: Page, name: string): Promise<Worker[]> {
  const named = await Promise.all(
    page.workers().map(async (worker) => {
      const own = await worker.evaluate(() => self.name).catch(() => undefined);
      return own === name ? worker : undefined;
    }),
  );
  return named.filter((worker) => worker !== undefined);
}
