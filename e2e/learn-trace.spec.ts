import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { openPart } from './learn-support.ts';
import { serveDist } from './static-server.ts';
import { expectFits, faultsOf, modelReady } from './support.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } }); // colours at rest, not mid-animation

const TITLE = 'How it was trained';
const BASE = '&model=sentiscope-base';

interface Entry {
  step: number;
  loss: number;
  accuracy?: number;
  agreement?: number;
  dev?: Record<string, number>;
}

interface Figures {
  q8: { threeClass?: { accuracy: number; interval95: number[] } };
}

const read = <T>(id: string, file: string) =>
  JSON.parse(readFileSync(`public/models/${id}/${file}`, 'utf8')) as T;
const traceOf = (id: string) => read<Entry[]>(id, 'training.json');
const oneDigit = new Intl.NumberFormat('en', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const percent = (share: number) => oneDigit.format(share);
/** @param right in percent, two digits */
const wrong = (right: number) => percent(Math.round((100 - right) * 100) / 10_000);

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const openTable = async (page: Page, name: string) => {
  await region(page, name).getByRole('button', { name: 'As a table' }).click();
  return region(page, name).getByRole('table').getByRole('row');
};

/** A control's radios lie hidden under their words. */
const choose = (page: Page, control: string, word: string) =>
  page.getByRole('radiogroup', { name: control }).getByText(word, { exact: true }).click();

/** The points that a chart marks as chosen. */
const marked = (page: Page, chart: string) =>
  region(page, chart).locator('svg[aria-hidden] [font-weight="750"] text');

test('the trace, its points and its errors are those of the files', async ({ page }) => {
  await openPart(page, 'trace', TITLE, BASE);
  const base = traceOf('sentiscope-base');

  const points = page.getByRole('radiogroup', { name: 'Points of the training' });
  await expect(points.getByRole('radio')).toHaveCount(5);
  await points.getByRole('radio').first().focus();
  for (const place of [1, 2, 3, 4, 5]) {
    if (place > 1) await page.keyboard.press('ArrowDown');
    const chosen = points.getByRole('radio').nth(place - 1);
    await expect(chosen).toBeChecked();
    for (const chart of ['Loss on training batches', 'Accuracy', 'Learning rate'])
      await expect(marked(page, chart)).toHaveText([String(place)]);
    // The numbers beside the point are those of the entry it names.
    const shown = await points.locator('dd:visible').allTextContents();
    const step = Number(shown[0]!.split(' of ')[0]!.replace(',', ''));
    const entry = base.find((each) => each.step === step)!;
    expect(shown.slice(1, 3)).toEqual([entry.loss.toFixed(3), percent(entry.accuracy!)]);
    if (entry.dev) {
      const values = Object.values(entry.dev);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(shown[3]).toBe(percent(mean));
    }
  }

  const losses = await openTable(page, 'Loss on training batches');
  await expect(losses).toHaveCount(base.length + 1);
  await expect(losses.last()).toContainText(base.at(-1)!.loss.toFixed(3));
  const accuracies = await openTable(page, 'Accuracy');
  await expect(accuracies.nth(5)).toContainText(percent(base[4]!.dev!['imdb_cf.dev']!));
  await openTable(page, 'Learning rate');

  const errors = await openTable(page, 'Wrong among three classes');
  const judged = Object.entries(read<Record<string, Figures>>('sentiscope-base', 'metrics.json'))
    .flatMap(([id, { q8 }]) => (q8.threeClass ? [{ id, ...q8.threeClass }] : []))
    .sort((a, b) => a.accuracy - b.accuracy);
  await expect(errors).toHaveCount(judged.length + 1);
  for (const [i, { id, accuracy, interval95 }] of judged.entries()) {
    const [low, high] = interval95.map(wrong);
    await expect(errors.nth(i + 1)).toContainText(wrong(accuracy));
    await expect(errors.nth(i + 1)).toContainText(`${high}${low}`);
    await expect(errors.nth(i + 1)).toContainText(id);
  }
  await expect(errors.nth(1)).toContainText('Our hard reviews');
  await openTable(page, 'Wrong between positive and negative');

  expect(await faultsOf(page)).toEqual([]);
  await expectFits(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await expectFits(page);

  // The other model has a log of its own: agreement instead of accuracy, and no tokens.
  await expect(page.getByRole('radio', { name: 'Tokens' })).toHaveCount(1);
  await choose(page, 'Model', 'Sentiscope small');
  await expect(page).toHaveURL(/model=sentiscope-small/);
  await expect(page.getByText(percent(traceOf('sentiscope-small')[0]!.agreement!))).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Tokens' })).toHaveCount(0);
  await expect(page.getByText('ended by a time limit of 26 minutes')).toBeVisible();
  await choose(page, 'Along', 'Time');
  await expect(region(page, 'Learning rate').getByText('minutes')).toBeVisible();
});

test('a log that is missing is named, and read once it is there; in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.route('**/sentiscope-base/training.json', (route) => route.fulfill({ status: 404 }));
  await openPart(page, 'trace', TITLE, BASE);
  const notice = page.getByRole('alert').filter({ hasText: 'training' });
  await expect(notice).toContainText('training.json of Sentiscope base was not found');
  await expect(page.getByText('peak learning rate 1e-4')).toBeVisible(); // the rest stands
  expect(await faultsOf(page)).toEqual([]);
  await page.unrouteAll();
  await page.route('**/sentiscope-base/training.json', (route) => route.fulfill({ json: [1, 2] }));
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toContainText('does not hold what this page expects');
  await page.unrouteAll();
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('radio', { name: '1 · The first entry' })).toBeChecked();
  await openTable(page, 'Wrong among three classes');
  expect(await faultsOf(page)).toEqual([]);
});

test.describe(() => {
  test.use({ serviceWorkers: 'allow' });

  test('both parts open with the server gone, though the first visit never opened them', async ({
    page,
  }) => {
    const host = await serveDist('/school/');
    try {
      await page.goto(host.url);
      await modelReady(page);
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    } finally {
      await host.close();
    }
    await page.goto('about:blank');
    await page.goto(`${host.url}#/learn?part=trace&model=sentiscope-small`);
    await expect(page.getByRole('radio', { name: '5 · The last entry' })).toBeVisible();
    await expect(region(page, 'Wrong among three classes')).toBeVisible();
    await page.goto(`${host.url}#/learn?part=cards&model=sentiscope-base`);
    await expect(region(page, 'Limits and licence')).toBeVisible();
    await expect(region(page, 'Right among three classes')).toBeVisible();
  });
});
