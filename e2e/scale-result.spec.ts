import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { choose, exported, exportedRows, finished, openBatch, scoreFile } from './batch-support.ts';
import { expectFits } from './learn-support.ts';
import { faultsOf } from './support.ts';

const FIXTURES = 'scale/tests/fixtures';
const fixture = (name: string) => ({ name, content: readFileSync(`${FIXTURES}/${name}`) });
const { tolerance } = JSON.parse(
  readFileSync('public/models/sentiscope-small/probes.json', 'utf8'),
) as { tolerance: { q8: number } };
const NUMBERS = ['negative', 'neutral', 'positive', 'confidence'].map((n) => `sentiscope_${n}`);

/** Rows by column, the probabilities apart. */
function split(rows: readonly Record<string, unknown>[]) {
  const rest = rows.map((row) =>
    Object.entries(row).filter(([name]) => !NUMBERS.includes(name) && name !== 'sentiscope_flags'),
  );
  const numbers = rows.flatMap((row) =>
    NUMBERS.map((name) => (row[name] === null ? -1 : Number(row[name]))),
  );
  return { rest, numbers };
}

function expectSame(
  rows: readonly Record<string, unknown>[],
  others: readonly Record<string, unknown>[],
) {
  const [found, wanted] = [split(rows), split(others)];
  expect(found.rest).toEqual(wanted.rest);
  const moved = found.numbers.map((value, i) => Math.abs(value - wanted.numbers[i]!));
  expect(Math.max(...moved)).toBeLessThanOrEqual(tolerance.q8);
}

const readCsv = (content: string) =>
  Papa.parse<Record<string, string>>(content.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;

test('what Spark wrote is opened as a finished run, and is what the page finds itself', async ({
  page,
}) => {
  await openBatch(page, { engine: 'library' }); // the job's arithmetic: the page's kernel rounds otherwise
  await scoreFile(page, fixture('reviews.csv'));
  const own = await exportedRows(page);
  expectSame(
    readCsv((await exported(page, 'CSV')).toString('utf8')),
    readCsv(fixture('page.csv').content.toString('utf8')),
  );

  await page.getByRole('link', { name: '← All files' }).click();
  await choose(page, fixture('spark.parquet'));
  const card = page.getByRole('region', { name: 'Results in this file' });
  await expect(card).toContainText('Sentiscope small has scored it.');
  await expect(page.getByRole('button', { name: 'Score 53 rows again' })).toBeVisible();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }); // colours at rest, not mid-animation
    expect(await faultsOf(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 800 });
  await expectFits(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await card.getByRole('button', { name: 'Open these results' }).press('Enter');
  await finished(page);
  const progress = page.getByRole('region', { name: 'Progress' });
  await expect(progress).toContainText('55 rows, with Sentiscope small, as the file says');
  await expect(page.getByText('Accuracy', { exact: true })).toBeVisible();
  expectSame(await exportedRows(page), own);

  await page.getByRole('link', { name: '← All files' }).click();
  await page.getByRole('button', { name: 'Compare two' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare two runs' });
  await dialog.getByRole('button', { name: 'Compare', exact: true }).click();
  const comparison = dialog.getByRole('region', { name: 'Comparison' });
  await expect(comparison).toContainText('0 of 53 rows have another label');
});

test('a file whose results are of two models is refused with the row', async ({ page }) => {
  await openBatch(page);
  const [head, ...lines] = fixture('page.csv').content.toString('utf8').split('\r\n');
  const mixed = [head, lines[0], lines[1]!.replace(/q8 \w+$/, 'q8 0123456789abcdef')].join('\r\n');
  await choose(page, { name: 'mixed.csv', content: mixed });
  await page.getByRole('button', { name: 'Open these results' }).click();
  const notice = page.getByRole('region', { name: 'Results in this file' });
  await expect(notice).toContainText('These results cannot be opened');
  await expect(notice).toContainText('Score it again instead.');
  await expect(page.getByRole('button', { name: 'Score 2 rows again' })).toBeEnabled();
});
