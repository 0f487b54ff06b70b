import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type Page } from '@playwright/test';
import {
  choose,
  EVERYDAY,
  exportedRows,
  finished,
  openBatch,
  progress,
  scoredAtLeast,
  scoreFile,
  start,
  workersNamed,
  type Choice,
  type Exported,
} from './batch-support.ts';
import { modelReady } from './support.ts';

const everyday = { name: 'reviews.csv', content: readFileSync(EVERYDAY) };

/** Our kernel might be done with the file before the fault comes. */
const SLOW: Choice = { engine: 'library' };

/** Results without what tells one run from another. */
const essence = (rows: readonly Exported[]) =>
  rows.map(({ id, sentiscope_label, sentiscope_positive }) => [
    id,
    sentiscope_label,
    sentiscope_positive,
  ]);

let uninterrupted: unknown;
/** The everyday reviews scored in one go, in a browser context of their own. */
async function withoutInterruption(browser: Browser): Promise<unknown> {
  if (uninterrupted) return uninterrupted;
  const context = await browser.newContext();
  const page = await context.newPage();
  await openBatch(page, SLOW);
  await scoreFile(page, everyday);
  uninterrupted = essence(await exportedRows(page));
  await context.close();
  return uninterrupted;
}

/** Scores the everyday reviews, with a fault when a part of them is done. */
async function interrupted(page: Page, fault: () => Promise<void>, choice: Choice = SLOW) {
  await openBatch(page, choice);
  await choose(page, everyday);
  await start(page);
  await scoredAtLeast(page, 200);
  await fault();
}

test('reloaded in the middle: goes on where it was, to the same results', async ({
  page,
  browser,
}) => {
  await interrupted(page, async () => {
    await page.reload();
  });
  await modelReady(page);
  await expect(progress(page)).toContainText('Not finished yet');
  const before = Number(
    /([\d,]+) of/.exec((await progress(page).textContent())!)![1]!.replaceAll(',', ''),
  );
  expect(before).toBeGreaterThanOrEqual(200);
  expect(before).toBeLessThan(1000);
  await page.getByRole('button', { name: 'Go on' }).click();
  await finished(page);
  expect(essence(await exportedRows(page))).toEqual(await withoutInterruption(browser));
});

for (const name of ['scorer', 'archive'] as const)
  test(`the ${name} worker killed in the middle: the same results`, async ({ page, browser }) => {
    await interrupted(page, async () => {
      const [worker] = await workersNamed(page, name);
      await worker!.evaluate(() => self.close());
    });
    await finished(page);
    expect(essence(await exportedRows(page))).toEqual(await withoutInterruption(browser));
  });

test('paused and stopped runs keep what they have, and can be gone on with', async ({ page }) => {
  await interrupted(page, async () => {
    await page.getByRole('button', { name: 'Pause' }).click();
  });
  await expect(progress(page).getByRole('heading', { name: 'Paused' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop and keep' }).click();
  await expect(progress(page).getByRole('heading', { name: 'Stopped' })).toBeVisible();
  const scored = (await exportedRows(page)).filter((row) => row.sentiscope_label);
  expect(scored.length).toBeGreaterThanOrEqual(200);
  await page.getByRole('button', { name: 'Go on' }).click();
  await finished(page);
});

test('another model chosen in the middle: paused, never mixed, and gone on with its own', async ({
  page,
}) => {
  const change = async () => {
    await page.getByRole('button', { name: 'Change model' }).click();
    const dialog = page.getByRole('dialog', { name: 'Choose a model' });
    await dialog.getByText('Sentiscope small', { exact: true }).click();
    await dialog
      .getByRole('button', { name: /Use|Load/ })
      .first()
      .click();
  };
  await interrupted(page, change, { ...SLOW, model: 'sentiscope-base' });
  await expect(progress(page)).toContainText('Another model answers now', { timeout: 60_000 });
  await page.getByRole('button', { name: /Go on with Sentiscope base/ }).click();
  await finished(page);
});

test('two tabs never score the same run', async ({ page, context }) => {
  await interrupted(page, async () => {});
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(progress(other)).toContainText('Another tab is scoring this run');
  await page.close();
  await expect(progress(other)).toContainText('Not finished yet');
});

test('a full disk: paused with a sentence, what is scored can be exported', async ({ page }) => {
  // Chromium's own switch for it (Storage.overrideQuotaForOrigin) does not bind IndexedDB.
  await interrupted(page, async () => {
    const [archive] = await workersNamed(page, 'archive');
    await archive!.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('the disk is full', 'QuotaExceededError');
      };
      Object.assign(self, { freeSomeSpace: () => (IDBObjectStore.prototype.put = put) });
    });
  });
  await expect(progress(page)).toContainText(/is full\. Everything scored so far is kept/);
  const scored = (await exportedRows(page)).filter((row) => row.sentiscope_label);
  expect(scored.length).toBeGreaterThanOrEqual(200);
  expect(scored.length).toBeLessThan(1000);
  const [archive] = await workersNamed(page, 'archive');
  await archive!.evaluate('freeSomeSpace()');
  await page.getByRole('button', { name: 'Go on' }).click();
  await finished(page);
});

for (const [what, name, content, sentence] of [
  ['an empty file', 'nothing.csv', '', /nothing\.csv is empty/],
  [
    'a picture',
    'cat.csv',
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    /neither text nor/,
  ],
] as const)
  test(`${what}: a sentence, and another file can be chosen`, async ({ page }) => {
    await openBatch(page);
    const buffer = Buffer.from(content);
    await page.getByLabel('File to score').setInputFiles({ name, mimeType: '', buffer });
    await expect(page.getByRole('alert')).toContainText(sentence);
    await scoreFile(page, { name: 'good.csv', content: 'text\nI love it.\n' });
  });

test('what cannot be read is said by row and line, and the rest goes on', async ({ page }) => {
  await openBatch(page);
  const content = '{"text":"I love it."}\n{"text": broken\n{"text":"Cold tea."}\n';
  await choose(page, { name: 'reviews.jsonl', content });
  await expect(page.getByText(/line 2/i).first()).toBeVisible();
  await page.getByRole('button', { name: 'Score the 2 rows that could be read' }).click();
  await finished(page);
});
