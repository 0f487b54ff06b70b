import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import Papa from 'papaparse';
import {
  choose,
  EVERYDAY,
  exported,
  exportedRows,
  finished,
  openBatch,
  progress,
  scoredAtLeast,
  start,
  startButton,
  type Exported,
} from './batch-support.ts';
import { expectFits, faultsOf, modelReady } from './support.ts';

const everyday = { name: 'reviews.csv', content: readFileSync(EVERYDAY) };
const SMALL_WEIGHTS = '**/models/sentiscope-small/onnx/model_quantized.onnx';

const card = (page: Page) => page.getByRole('region', { name: 'Exact or faster' });
const gate = (page: Page) => card(page).getByRole('slider');

async function chooseCascade(page: Page) {
  await card(page).getByRole('radio', { name: 'Cascade' }).check();
  await expect(card(page).getByRole('table', { name: 'What to expect' })).toBeVisible();
}

const labels = (rows: readonly Exported[]) => rows.map((row) => row.sentiscope_label);
const answers = (rows: readonly Exported[]) =>
  rows.map((row) => [row['id'], row.sentiscope_label, row.sentiscope_positive]);

/** "About 97.6% (93.2 to 99.2%)", as the run's card says it, 0 to 1. */
function statedAgreement(text: string) {
  const [share, low, high] = /About ([\d.]+)% \(([\d.]+) to ([\d.]+)%\)/.exec(text)!.slice(1);
  return { share: Number(share) / 100, low: Number(low) / 100, high: Number(high) / 100 };
}

test('the same file exactly and by cascade: what is stated is what comes out', async ({ page }) => {
  test.setTimeout(240_000);
  await openBatch(page, { model: 'sentiscope-base' });
  await choose(page, everyday);
  await expect(card(page).getByRole('radio', { name: 'Exact' })).toBeChecked();
  await start(page);
  await finished(page);
  const exact = await exportedRows(page);
  await page.getByRole('link', { name: 'All files' }).click();

  await choose(page, everyday);
  await chooseCascade(page);
  await expect(gate(page)).toHaveAttribute('aria-valuetext', '0.72');
  const expectedShare = /1,000 everyday reviews\s*(\d+)%/.exec(
    await card(page)
      .getByRole('row', { name: /everyday/ })
      .innerText(),
  )![1];
  await expect(page.getByRole('region', { name: 'Start', exact: true })).toContainText(
    'Sentiscope small, under 0.72 Sentiscope base',
  );
  await start(page);
  await finished(page);
  const cascaded = await exportedRows(page);

  const text = await progress(page).innerText();
  const sentOn = Number(/read ([\d.]+)% of the texts/.exec(text)![1]);
  expect(Math.abs(sentOn - Number(expectedShare))).toBeLessThan(1); // the kernel gives the same bits everywhere
  const same = labels(cascaded).filter((label, i) => label === exact[i]!.sentiscope_label).length;
  const { low, high } = statedAgreement(text);
  expect(same / 1000).toBeGreaterThanOrEqual(low);
  expect(same / 1000).toBeLessThanOrEqual(high);
  expect(same).toBeGreaterThanOrEqual(970);
  expect(same).toBeLessThan(1000); // two models did answer
  const right = (rows: readonly Exported[]) =>
    rows.filter((row) => row['label'] === row.sentiscope_label).length;
  expect(right(cascaded)).toBeGreaterThan(right(exact) - 20);
  expect(cascaded[0]!['sentiscope_model']).toMatch(
    /^sentiscope-small .* under 0\.72 sentiscope-base .* kernel$/,
  );

  await page.getByText('How it went').click();
  await expect(progress(page)).toContainText(`${Math.round(sentOn * 10)} of 1,000 texts`);
  const report = (await exported(page, 'Report')).toString('utf8');
  expect(report).toContain(`the accurate model read ${sentOn.toFixed(1)}% of the texts`);

  await page.getByRole('link', { name: 'All files' }).click();
  await page.getByRole('button', { name: 'Compare two' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare two runs' });
  await expect(dialog.getByLabel('Second').first()).toHaveValue(
    /Sentiscope small, under 0.72 Sentiscope base$/,
  );
  await dialog.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(dialog.getByRole('region', { name: 'Comparison' })).toContainText(
    `${1000 - same} of 1,000 rows have another label in the second run`,
  );
});

test('the gate is moved by keys, and what to expect follows; the choice is kept', async ({
  page,
}) => {
  await openBatch(page, { model: 'sentiscope-base' });
  await choose(page, everyday);
  await card(page).getByRole('radio', { name: 'Exact' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(card(page).getByRole('radio', { name: 'Cascade' })).toBeChecked();
  const sharesRead = async () =>
    Number(/(\d+)%/.exec(await card(page).getByRole('row', { name: /hard/ }).innerText())![1]);
  const before = await sharesRead();
  await gate(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(gate(page)).toHaveAttribute('aria-valuetext', '0.76');
  expect(await sharesRead()).toBeGreaterThan(before);
  await page.keyboard.press('Home');
  await expect(gate(page)).toHaveAttribute('aria-valuetext', '0.50');
  await page.keyboard.press('End');
  await expect(gate(page)).toHaveAttribute('aria-valuetext', '0.90');

  await card(page).getByRole('button', { name: 'Why the top probability decides' }).click();
  await expect(
    card(page).getByRole('img', { name: /Where base reads 20%: top probability 97/ }),
  ).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);

  await page.reload();
  await modelReady(page);
  await choose(page, everyday);
  await expect(card(page).getByRole('radio', { name: 'Cascade' })).toBeChecked();
  await expect(gate(page)).toHaveAttribute('aria-valuetext', '0.90');
});

test('only the accurate model on the own kernel has a cascade', async ({ page }) => {
  await openBatch(page, { model: 'sentiscope-small' });
  await choose(page, everyday);
  await expect(startButton(page)).toBeEnabled();
  await expect(card(page)).toHaveCount(0);
});

/** Long enough to be interrupted. */
function many(): { name: string; content: string } {
  const { data } = Papa.parse<Record<string, string>>(everyday.content.toString('utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const rows = [1, 2].flatMap((visit) =>
    data.map(({ id, text }) => ({ id: `${id}-${visit}`, text: `${text} Visit ${visit}.` })),
  );
  return { name: 'visits.csv', content: Papa.unparse(rows) };
}

test('reloaded in the middle, with exact chosen since: goes on by cascade, to the same results', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await openBatch(page, { model: 'sentiscope-base', workers: 2 });
  await choose(page, many());
  await chooseCascade(page);
  await start(page);
  await scoredAtLeast(page, 100);
  await page.reload();
  await modelReady(page);
  await expect(progress(page)).toContainText('Not finished yet');
  await page.evaluate(() => localStorage.removeItem('sentiscope-cascade'));
  await page.reload();
  await modelReady(page);
  await page.getByRole('button', { name: 'Go on' }).click();
  await finished(page);
  const resumed = answers(await exportedRows(page));

  const context = await browser.newContext();
  const other = await context.newPage();
  await openBatch(other, { model: 'sentiscope-base', workers: 1 });
  await choose(other, many());
  await chooseCascade(other);
  await start(other);
  await finished(other);
  expect(answers(await exportedRows(other))).toEqual(resumed);
  const counts = async (shown: Page) => {
    await shown.getByText('How it went').click();
    await expect(progress(shown)).toContainText('of checks left out');
    const text = await progress(shown).innerText();
    return [/([\d,]+) of 2,000 texts/, /([\d,]+) of ([\d,]+) checked/].map(
      (part) => part.exec(text)![0],
    );
  };
  expect(await counts(other)).toEqual(await counts(page));
  await context.close();
});

test('the small model can’t be had: said before the start, and again where a run needs it', async ({
  page,
}) => {
  await page.route(SMALL_WEIGHTS, (route) => route.abort()); // or it would be here as a stand-in
  await openBatch(page, { model: 'sentiscope-base' });
  await choose(page, everyday);
  await card(page).getByRole('radio', { name: 'Cascade' }).check();
  const notice = card(page).getByRole('alert');
  await expect(notice).toContainText('Sentiscope small could not be loaded');
  await expect(notice).toContainText('Sentiscope small could not be downloaded.');

  await start(page);
  await expect(progress(page).getByRole('heading', { name: 'Paused' })).toBeVisible();
  await expect(progress(page)).toContainText('Sentiscope small could not be downloaded.');
  await page.unroute(SMALL_WEIGHTS);
  await progress(page).getByRole('button', { name: 'Go on' }).click();
  await finished(page);
  await expect(progress(page)).toContainText('Cascade: the accurate model read');
});

async function smallIsKept(page: Page) {
  const isKept = () =>
    page.evaluate(async () => {
      const all = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
      const urls = (await Promise.all(all)).flat().map(({ url }) => url);
      return urls.some((url) => url.includes('sentiscope-small/onnx/'));
    });
  await expect.poll(isKept).toBe(true);
}

test.describe('offline', () => {
  test.use({ serviceWorkers: 'allow' });

  test('without the small model: a sentence names it, and exact scoring works', async ({
    page,
    context,
  }) => {
    await page.route(SMALL_WEIGHTS, (route) => route.abort()); // or it would be here as a stand-in
    await openBatch(page, { model: 'sentiscope-base' });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await choose(page, everyday);
    await expect(startButton(page)).toBeEnabled();
    await context.setOffline(true);
    await card(page).getByRole('radio', { name: 'Cascade' }).check();
    const notice = card(page).getByRole('alert');
    await expect(notice).toContainText('You are offline, and Sentiscope small is not kept');
    await card(page).getByRole('radio', { name: 'Exact' }).check();
    await expect(notice).toHaveCount(0);
    await start(page);
    await finished(page);
  });

  test('with the small model kept: a run by cascade needs no server', async ({ page, context }) => {
    await openBatch(page, { model: 'sentiscope-base' });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await choose(page, everyday);
    await chooseCascade(page);
    await smallIsKept(page);
    await context.setOffline(true);
    await page.reload();
    await modelReady(page);
    await choose(page, everyday);
    await start(page);
    await finished(page);
    await expect(progress(page)).toContainText('Cascade: the accurate model read');
  });
});
