import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { workbook } from '../src/importer/fixtures/workbook.ts';
import {
  choose,
  exported,
  exportedRows,
  finished,
  openBatch,
  scoreFile,
  start,
  startButton,
  type NamedFile,
} from './batch-support.ts';

const TEXTS = ['I love it, “really”.', 'Awful and broken.'];
const CSV = `text,stars\n"${TEXTS[0]}",5\n${TEXTS[1]},1\n`;

async function scored(page: Page, file: NamedFile) {
  await scoreFile(page, file);
  return (await exportedRows(page)).map((row) => [Object.values(row)[0], row.sentiscope_label]); // the text is the first column
}

const BOTH = [
  [TEXTS[0], 'positive'],
  [TEXTS[1], 'negative'],
];

// Bytes of windows-1252: “ and ” are 0x93 and 0x94.
const windows1252 = Buffer.from(CSV.replace('“', '\x93').replace('”', '\x94'), 'latin1');

const FILES: Record<string, NamedFile> = {
  'JSON Lines': {
    name: 'a.jsonl',
    content: TEXTS.map((text) => JSON.stringify({ text, stars: 3 })).join('\n'),
  },
  'a JSON array': { name: 'a.json', content: JSON.stringify(TEXTS.map((text) => ({ text }))) },
  'plain text': { name: 'a.txt', content: TEXTS.join('\n') },
  'tabs, without a header': {
    name: 'a.tsv',
    content: TEXTS.map((text) => `${text}\t1`).join('\n'),
  },
  'a gzip of CSV': { name: 'a.csv.gz', content: gzipSync(CSV) },
  'UTF-16, big end first, with BOM': {
    name: 'a.csv',
    content: Buffer.from(`\uFEFF${CSV}`, 'utf16le').swap16(),
  },
  'UTF-16 without BOM': { name: 'a.csv', content: Buffer.from(CSV, 'utf16le') },
  'windows-1252': { name: 'a.csv', content: windows1252 },
  'an Excel workbook': {
    name: 'a.xlsx',
    content: Buffer.from(
      workbook({
        Reviews: [
          ['text', 'stars'],
          [TEXTS[0]!, 5],
          [TEXTS[1]!, 1],
        ],
      }),
    ),
  },
};

test('every text format, encoding and workbook gives the same reviews', async ({ page }) => {
  await openBatch(page);
  for (const [name, file] of Object.entries(FILES))
    await test.step(name, async () => {
      await page.goto('#/batch');
      expect(await scored(page, file)).toEqual(BOTH);
    });
});

test('what was exported as Parquet can be scored again', async ({ page }) => {
  await openBatch(page);
  await scoreFile(page, { name: 'a.csv', content: CSV });
  const content = await exported(page, 'Parquet');
  await page.getByRole('link', { name: 'All files' }).click();
  expect(await scored(page, { name: 'again.parquet', content })).toEqual(BOTH);
});

test('a gzip that breaks off: what is left of it is scored, and said', async ({ page }) => {
  await openBatch(page);
  const lines = Array.from({ length: 5000 }, (_, i) => `Visit ${i} was lovely ${Math.sin(i)}.`);
  const whole = gzipSync(`text\n${lines.join('\n')}\n`);
  await choose(page, { name: 'cut.csv.gz', content: whole.subarray(0, 4000) });
  await expect(
    page.getByText(/ends in the middle|broken off|breaks off|cut off/i).first(),
  ).toBeVisible();
  await startButton(page).click();
  await finished(page);
});

test('a choice of another encoding, delimiter and header is seen at once', async ({ page }) => {
  await openBatch(page);
  await choose(page, { name: 'odd.txt', content: 'good soup|5\nbad tea|1\n' });
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByLabel('Format').selectOption({ label: 'Plain text' });
  await expect(page.getByRole('cell', { name: 'good soup|5' })).toBeVisible();
  await page.getByLabel('Format').selectOption({ index: 0 });
  await expect(page.getByRole('cell', { name: 'good soup', exact: true })).toBeVisible();
  await start(page);
  await finished(page);
});

test('the weekly file: the choices of the last one are taken', async ({ page }) => {
  await openBatch(page);
  const week = (text: string) =>
    `a,b,verdict\n${text},Lovely tea and cake.,yes\n${text},Cold soup here.,no\n`;
  await choose(page, { name: 'week1.csv', content: week('One fine place') });
  await page.getByLabel('Text', { exact: true }).selectOption('b');
  await start(page);
  await finished(page);
  await page.getByRole('link', { name: 'All files' }).click();
  await choose(page, { name: 'week2.csv', content: week('Two fine places') });
  await expect(page.getByText(/same choices taken/)).toBeVisible();
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('1');
});
