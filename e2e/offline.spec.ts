import { expect, test, type Page } from '@playwright/test';
import { workbook } from '../src/importer/fixtures/workbook.ts';
import { exported, scoreFile } from './batch-support.ts';
import { serveDist } from './static-server.ts';
import { BASE_WEIGHTS, expectLabel, hold, modelReady } from './support.ts';

test.use({ serviceWorkers: 'allow' });

/** The page's own files are kept: the next visit needs no server for them. */
const shellKept = (page: Page) =>
  page.evaluate(async () => void (await navigator.serviceWorker.ready));

let host: Awaited<ReturnType<typeof serveDist>>;
test.beforeEach(async () => (host = await serveDist('/school/')));
test.afterEach(() => host.close());

test('the second visit works with the server gone', async ({ page }) => {
  await page.goto(host.url);
  await modelReady(page);
  await shellKept(page);
  await host.close();
  await page.goto('about:blank');
  await page.goto(host.url);
  await modelReady(page);
  await expectLabel(page, 'I love sunny days', /positive/i);
  await expectLabel(page, 'How is the weather?', /neutral/i);
});

test('offline before the model has come: a sentence, and it goes on once online', async ({
  page,
  context,
}) => {
  const release = await hold(page, BASE_WEIGHTS);
  await page.goto(host.url);
  await shellKept(page);
  await context.setOffline(true);
  await page.goto(host.url);
  release();
  const banner = page.getByRole('region', { name: 'Loading the model' });
  await expect(banner).toContainText(/offline/i);
  await context.setOffline(false);
  await banner.getByRole('button', { name: 'Try again' }).click();
  await modelReady(page);
  await expectLabel(page, 'The movie was great', /positive/i);
});

test('on the first visit, parts loaded on demand need no server once the page is kept', async ({
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker')); // its dialog can't be answered
  await page.goto(host.url);
  await modelReady(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.getByRole('link', { name: 'Score a file' }).click();
  await host.close();
  const book = workbook({ Reviews: [['text'], ['Lovely tea.'], ['Cold soup, rude waiter.']] });
  await scoreFile(page, { name: 'first.xlsx', content: Buffer.from(book) });
  expect((await exported(page, 'Parquet')).subarray(0, 4).toString()).toBe('PAR1');
});

test('a new version waits for the user, and breaks no session', async ({ page }) => {
  await page.goto(host.url);
  await modelReady(page);
  await shellKept(page);
  await page.reload(); // from now on the page is the service worker's
  await modelReady(page);
  host.publish();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const bar = page.getByText(/new version/i);
  await expect(bar).toBeVisible();
  await expectLabel(page, 'I love sunny days', /positive/i);
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Reload' }).click();
  await reloaded;
  await modelReady(page);
  await expect(bar).toBeHidden();
  await expectLabel(page, 'How is the weather?', /neutral/i);
});

test('what is kept can be seen and cleared', async ({ page }) => {
  await page.goto(host.url);
  await modelReady(page);
  await expect(page.getByText(/MB kept on this device/)).toBeVisible();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Nothing kept on this device')).toBeVisible();
  await expectLabel(page, 'The movie was great', /positive/i);
});
