import { expect, test, type Page } from '@playwright/test';
import { headline, openBenchmark, QUICK, startBenchmark } from './bench-support.ts';
import { expectFits, faultsInBoth, openPart } from './learn-support.ts';

const TITLE = 'When to use which';
const numbers = (page: Page) => page.getByRole('region', { name: 'Numbers of this machine' });
const recommendation = (page: Page) => page.getByRole('region', { name: 'Recommendation' });

/** @returns seconds of a shown time such as "12.3 ms" or "1.25 s" */
function seconds(text: string): number {
  const [, value, unit] = /^([\d.,]+) (ms|s)$/.exec(text)!;
  return Number(value!.replaceAll(',', '')) * (unit === 'ms' ? 0.001 : 1);
}

test('without a benchmark it says so, and takes typed numbers or measures here and now', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPart(page, 'when', TITLE, '&day=20000&waited=100&peak=2&patience=1s&workers=1');
  await expect(numbers(page)).toContainText('This machine has no benchmark yet');
  await expect(numbers(page).getByRole('link', { name: /Benchmark/ })).toHaveAttribute(
    'href',
    '#/benchmark',
  );
  await expect(recommendation(page)).toContainText('Numbers of this machine are missing');
  await expect(page.getByLabel('Reviews a day')).toHaveValue('20000');

  await numbers(page).getByRole('radio', { name: 'Type them' }).press('Space');
  await page.getByLabel('One review by itself, ms').fill('x');
  await expect(numbers(page)).toContainText('This is not a number');
  await page.getByLabel('One review by itself, ms').fill('100');
  await page.getByLabel('One review within a list, ms of a worker').fill('50');
  await expect(numbers(page)).toContainText('Typed by you, not measured.');
  await expect(recommendation(page)).toContainText('Use real time.');
  // 2 a second of 100 ms use a fifth of one worker.
  await expect(recommendation(page).getByRole('row', { name: /^Utilisation/ })).toContainText(
    '20.0%',
  );
  await page.getByLabel('They come, at the peak (a second)').fill('10');
  await expect(recommendation(page)).toContainText('Real time never catches up at the peak');
  await expect(recommendation(page)).toContainText('2 workers would do');
  await page.getByLabel('They come, at the peak (a second)').fill('0.1');
  await expect(page.getByText('Under the average of the whole day, 0.232 a second')).toBeVisible();
  await page
    .getByRole('button', { name: 'A million customers, scored every night' })
    .press('Enter');
  await expect(recommendation(page)).toContainText('Neither is fast enough with 1 worker.');
  await page.getByLabel('Workers that score').fill('2');
  await expect(recommendation(page)).toContainText('Use batch.');
  // 1,000,000 × 50 ms ÷ 2
  await expect(recommendation(page)).toContainText('6 h 57 min');
  await expectFits(page);

  await numbers(page).getByRole('radio', { name: 'Measure now' }).press('Space');
  await numbers(page).getByRole('button', { name: 'Measure for three seconds' }).press('Enter');
  await expect(numbers(page)).toContainText(
    /Quick measurement in this page, .*: Sentiscope small on (WASM|our own kernel), [\d,]+ reviews one by one, then [\d,]+ as a list by \d workers?\./,
  );
  await page.getByRole('button', { name: 'An offer during a support call' }).click();
  await expect(page.getByRole('img', { name: /^Wait from arrival to answer/ })).toBeVisible();
  await expectFits(page);
});

test('the numbers of this machine’s own benchmark are those of the calculator', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openBenchmark(page, QUICK);
  await startBenchmark(page).click();
  await expect(headline(page).first()).toBeVisible({ timeout: 60_000 });
  await page.goto('#/learn?part=when');
  await expect(numbers(page)).toContainText(
    /Measured by the Benchmark of this machine.*: Sentiscope small on our own kernel, the list by 1 worker\./,
  );
  const said = await numbers(page).getByText('Measured by the Benchmark').innerText();
  const [, alone = ''] = /by itself takes ([\d.,]+ m?s) on average/.exec(said)!;
  const [, listed = ''] = /a review takes ([\d.,]+ m?s) of one worker/.exec(said)!;

  // A million reviews take a million times what one took within the list.
  await expect(page.getByRole('row', { name: /^Time of a run/ })).toHaveCount(0);
  const formula = page.getByRole('region', { name: 'Formulas: Batch, everything' });
  await expect(formula).toContainText(`1,000,000 × ${listed} ÷ 1 =`);
  await page.getByRole('button', { name: 'An offer during a support call' }).click();
  await expect(page.getByRole('region', { name: /^Formulas: Real time/ })).toContainText(
    `2 × ${alone} ÷ 1 = `,
  );
  const utilisation = await recommendation(page)
    .getByRole('row', { name: /^Utilisation/ })
    .getByRole('cell')
    .last()
    .innerText();
  expect(Math.abs(Number.parseFloat(utilisation) - 200 * seconds(alone))).toBeLessThan(0.1);
  await page.getByRole('button', { name: 'As a table' }).click();
  await expect(page.getByRole('row', { name: /\(your peak\)/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /\(measured\)/ }).first()).toBeVisible();

  await numbers(page).getByLabel('Model and device').selectOption('VADER');
  await expect(numbers(page)).toContainText(': VADER, the list by 1 worker.');
  expect(await faultsInBoth(page)).toEqual([]);
  await expectFits(page);
});
