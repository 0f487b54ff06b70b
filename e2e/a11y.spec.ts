import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import {
  choose,
  EVERYDAY,
  finished,
  openBatch,
  scoreFile,
  start,
  startButton,
} from './batch-support.ts';
import { headline, openBenchmark, QUICK, startBenchmark } from './bench-support.ts';
import { expectLabel, faultsOf, modelReady } from './support.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } }); // colours at rest, not mid-animation

    test('Live, with an answer and every detail open', async ({ page }) => {
      await page.goto('/');
      await modelReady(page);
      expect(await faultsOf(page)).toEqual([]);
      await expectLabel(page, 'The soup was cold. But I love the waiter!', /negative|positive/i);
      for (const name of ['Details', 'What is kept'])
        await page.getByRole('button', { name, exact: true }).first().click();
      expect(await faultsOf(page)).toEqual([]);
    });

    test('Score a file: the start, a draft, a run with a row open, and two runs compared', async ({
      page,
    }) => {
      await openBatch(page);
      await expect(page.getByText('Drop a file of reviews')).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await choose(page, {
        name: 'week1.csv',
        content: readFileSync(EVERYDAY, 'utf8').split('\n').slice(0, 40).join('\n'),
      });
      await expect(startButton(page)).toBeEnabled();
      await page.getByRole('button', { name: 'Change', exact: true }).click();
      expect(await faultsOf(page)).toEqual([]);
      await start(page);
      await finished(page);
      await expect(
        page.getByRole('heading', { name: 'Compared with the labels given' }),
      ).toBeVisible();
      await page.getByRole('button', { name: 'More filters' }).click();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('grid', { name: 'Rows of the file' }).press('Enter');
      await expect(page.getByRole('dialog', { name: 'Row 1' })).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: 'All files' }).click();
      await scoreFile(page, { name: 'week2.csv', content: 'text\nLovely tea.\n' });
      await page.getByRole('link', { name: 'All files' }).click();
      await page.getByRole('button', { name: 'Compare two' }).click();
      await page.getByRole('button', { name: 'Compare', exact: true }).click();
      await expect(page.getByRole('region', { name: 'Comparison' })).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
    });

    test('Benchmark: the set-up with every axis, a run, its result and two machines', async ({
      page,
    }) => {
      await openBenchmark(page, QUICK);
      await page.getByRole('button', { name: 'What is measured' }).click();
      await page.getByRole('radio', { name: 'All together, in batch' }).check();
      await expect(page.getByLabel('How many times as fast?')).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await startBenchmark(page).click();
      await expect(page.getByRole('heading', { name: 'Measuring' })).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await expect(headline(page)).toBeVisible({ timeout: 60_000 });
      await page.getByRole('button', { name: 'Add to the comparison' }).click();
      await expect(page.getByRole('region', { name: 'Machines side by side' })).toBeVisible();
      for (const table of await page.getByRole('button', { name: 'As a table' }).all())
        await table.click();
      expect(await faultsOf(page)).toEqual([]);
    });

    test('a download under way, and a failed one', async ({ page }) => {
      let fail = () => {};
      const failed = new Promise<void>((resolve) => (fail = resolve));
      await page.route('**/*.onnx', async (route) => {
        await failed;
        await route.fulfill({ status: 404 });
      });
      await page.goto('/');
      const bar = page.getByRole('region', { name: 'Loading the model' });
      await bar.getByRole('button', { name: '5 files' }).click();
      await expect(bar.getByRole('table')).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      fail();
      await bar.getByRole('button', { name: 'Technical detail' }).click();
      expect(await faultsOf(page)).toEqual([]);
    });

    test('the choice of a model', async ({ page }) => {
      await page.goto('/');
      await modelReady(page);
      await page.getByRole('button', { name: 'Change model' }).click();
      await expect(page.getByRole('dialog', { name: 'Choose a model' })).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('tab', { name: 'From a hub' }).click();
      await page.getByLabel('Another text-classification model').check();
      await page.getByRole('button', { name: 'Another hub' }).click();
      await expect(page.getByLabel('Hub address')).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
}
