import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { tableFromIPC } from 'apache-arrow';
import { readParquet } from 'parquet-wasm';
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
  scoreFile,
  start,
  startButton,
  workersNamed,
} from './batch-support.ts';
import { expectLabel } from './support.ts';

const everyday = () => ({ name: 'reviews.csv', content: readFileSync(EVERYDAY) });

test('a sample: scored, and as accurate as the model card says', async ({ page }) => {
  await openBatch(page, { model: 'sentiscope-base' });
  await page.getByRole('button', { name: /1,000 everyday reviews/ }).click();
  await expect(startButton(page)).toHaveText('Score 1,000 rows');
  await start(page);
  await finished(page);

  const metrics = JSON.parse(
    readFileSync('public/models/sentiscope-base/metrics.json', 'utf8'),
  ) as Record<string, { q8: { threeClass: { accuracy: number } } }>;
  const stated = Object.entries(metrics).find(([name]) => name === 'reviews (everyday, own)')![1];
  const rows = await exportedRows(page);
  const percent = rows.filter((row) => row['label'] === row.sentiscope_label).length / 10;
  expect(Math.abs(percent - stated.q8.threeClass.accuracy)).toBeLessThanOrEqual(1);
  const shown = page.getByText('Accuracy', { exact: true }).locator('xpath=..');
  await expect(shown).toContainText(`${percent.toFixed(1)}%`); // once the last rows are counted
});

test('a file dropped on the view, with everything in it odd but readable', async ({ page }) => {
  await openBatch(page);
  const text =
    'text;stars\r\n"Lovely;\r\nreally ""lovely"" soup.";5\r\nCold tea.;1\r\n;3\r\n=1+1;3\r\n';
  await dropFile(page, 'odd.csv', `\uFEFF${text}`);
  await expect(page.getByRole('heading', { name: 'odd.csv' })).toBeVisible();
  await expect(startButton(page)).toHaveText('Score 3 rows');
  await start(page);
  await finished(page);
  const rows = await exportedRows(page);
  expect(rows.map((row) => row['text'])).toEqual([
    'Lovely;\r\nreally "lovely" soup.',
    'Cold tea.',
    '',
    '=1+1',
  ]);
  expect(rows.map((row) => row.sentiscope_label).slice(0, 3)).toEqual([
    'positive',
    'negative',
    null,
  ]);
  const csv = (await exported(page, 'CSV')).toString('utf8');
  const cells = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
  expect(cells).toHaveLength(5);
  expect(cells[4]![0]).toBe("'=1+1"); // what a spreadsheet would run is defused
});

test('the same texts give the same bits in any order, with any number of workers', async ({
  browser,
}) => {
  const rows = Papa.parse<string[]>(readFileSync(EVERYDAY, 'utf8'), { skipEmptyLines: true }).data;
  const [header, ...all] = rows;
  const some = all.slice(0, 300);
  const results: Map<unknown, number[]>[] = [];
  for (const [order, workers] of [
    [some, 1],
    [some.toReversed(), 2],
  ] as const) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await openBatch(page, { workers });
    await scoreFile(page, { name: 'some.csv', content: Papa.unparse([header!, ...order]) });
    const exported = await exportedRows(page);
    results.push(
      new Map(
        exported.map((row) => [
          row['id'],
          ['negative', 'neutral', 'positive'].map((name) => row[`sentiscope_${name}`] as number),
        ]),
      ),
    );
    await context.close();
  }
  expect(results[0]!.size).toBe(300);
  expect(results[1]).toEqual(results[0]);
});

test('equal texts are scored once, and next week’s file pays only for what is new', async ({
  page,
}) => {
  await openBatch(page);
  await scoreFile(page, {
    name: 'one.csv',
    content: 'text\nGreat soup.\nGreat soup.\nCold tea.\n',
  });
  await progress(page).getByRole('button', { name: 'How it went' }).click();
  await expect(progress(page)).toContainText('1 duplicates, 0 from earlier files');
  await page.getByRole('link', { name: 'All files' }).click();
  await scoreFile(page, { name: 'two.csv', content: 'text\nCold tea.\nWarm tea, at last.\n' });
  await progress(page).getByRole('button', { name: 'How it went' }).click();
  await expect(progress(page)).toContainText('0 duplicates, 1 from earlier files');
});

test('Parquet is read by another library, equal to what JSON Lines say', async ({ page }) => {
  await openBatch(page);
  const content =
    'id,text,label\n007,"Lovely 😀 soup, إنه رائع",positive\n008,=cold tea,negative\n009,,\n';
  await scoreFile(page, { name: 'types.csv', content });
  const lines = await exportedRows(page);
  const parquet = readParquet(new Uint8Array(await exported(page, 'Parquet')));
  const table = tableFromIPC(parquet.intoIPCStream());
  expect(table.numRows).toBe(3);
  for (const [i, line] of lines.entries())
    for (const [name, value] of Object.entries(line)) {
      const cell: unknown = table.getChild(name)?.get(i);
      const plain = typeof cell === 'bigint' ? Number(cell) : cell;
      if (typeof value === 'number') expect(plain).toBeCloseTo(value, 6);
      else expect(plain ?? null).toEqual(value ?? null);
    }
});

test('filters, search, a corrected label, and the export of what is shown', async ({ page }) => {
  await openBatch(page);
  await scoreFile(page, {
    name: 'small.csv',
    content: 'text,category\nI love it.,tea\nAwful and broken.,tea\nWonderful place!,cafe\n',
  });
  const grid = page.getByRole('grid', { name: 'Rows of the file' });
  await expect(grid.getByRole('row')).toHaveCount(4);
  await page.getByLabel('Search the texts').fill('wonderful');
  await expect(grid.getByRole('row')).toHaveCount(2);
  expect((await exportedRows(page, true)).map((row) => row['text'])).toEqual(['Wonderful place!']);

  await grid.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Row 3' });
  await drawer
    .getByRole('group', { name: 'Correct the label' })
    .getByRole('button', { name: /Neutral/ })
    .click();
  await expect(drawer).toContainText('Corrected by hand; the model says positive.');
  await drawer.getByRole('button', { name: 'Why?' }).click();
  await expect(drawer).toContainText(/variants/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  const rows = await exportedRows(page);
  expect(rows.map((row) => row['sentiscope_corrected'])).toEqual([null, null, 'neutral']);

  await page.reload(); // corrections are kept
  await expect(page.getByRole('button', { name: /Neutral.*1/ }).first()).toBeVisible();
});

test('earlier runs: renamed, compared and deleted', async ({ page }) => {
  await openBatch(page);
  await scoreFile(page, { name: 'week1.csv', content: 'text\nI love it.\nAwful and broken.\n' });
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByLabel('Name of the run').fill('The first week');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'All files' }).click();
  await scoreFile(page, { name: 'week2.csv', content: 'text\nI love it.\nIt arrived today.\n' });
  await page.getByRole('link', { name: 'All files' }).click();

  const table = page.getByRole('table', { name: 'Files scored before' });
  await expect(table.getByRole('link')).toHaveText(['week2.csv', 'The first week']);
  await page.getByRole('button', { name: 'Compare two' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare two runs' });
  await dialog.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(dialog.getByRole('region', { name: 'Comparison' })).toContainText(
    '1 rows in common',
  );
  await page.keyboard.press('Escape');

  await table.getByRole('button', { name: 'Delete week2.csv' }).click();
  await page
    .getByRole('dialog', { name: 'Delete week2.csv' })
    .getByRole('button', { name: 'Delete' })
    .click();
  await expect(table.getByRole('link')).toHaveText(['The first week']);
});

test('live typing is answered while a file is being scored, and the run says what it gave', async ({
  page,
}) => {
  await openBatch(page, { model: 'sentiscope-base', workers: 1, engine: 'library' }); // slow enough
  await choose(page, everyday());
  await start(page);
  await scoredAtLeast(page, 1);
  await page.getByRole('link', { name: 'Live', exact: true }).click();
  await expectLabel(page, 'I love sunny days', /positive/i);
  await expect(page).toHaveTitle(/^\d+% · /);
  await page.getByRole('link', { name: 'Score a file' }).click();
  await expect(progress(page)).toContainText(/Live typing went first \d+ times/);
  expect(await workersNamed(page, 'scorer')).toHaveLength(1);
});

test('the report stands alone: charts inside, no script, no address but its own', async ({
  page,
}) => {
  await openBatch(page);
  await scoreFile(page, {
    name: 'week1.csv',
    content: 'text\n<img src=x onerror=alert(1)> I love it.\nAwful and broken.\n',
  });
  const html = (await exported(page, 'Report')).toString('utf8');
  expect(html).toContain('<svg');
  expect(html).not.toMatch(/<script|<img|<link|@import|url\(http/i);
  expect(html).toContain('&lt;img src=x');
});

test('the machine is kept awake while scoring, and a hidden page tells when it is done', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['notifications']);
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen, away: false });
    const { request } = WakeLock.prototype;
    WakeLock.prototype.request = function (type) {
      seen.push('awake');
      return request.call(this, type);
    };
    window.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        seen.push(`${title}: ${options?.body}`);
      }
    };
    Object.defineProperty(document, 'visibilityState', {
      get: () => ((window as unknown as { away: boolean }).away ? 'hidden' : 'visible'),
    });
  });
  await openBatch(page, { engine: 'library' }); // slow enough
  await choose(page, everyday());
  await start(page);
  await expect(progress(page)).toContainText('You will be told when it is done.');
  await page.evaluate('away = true');
  await finished(page);
  expect(await page.evaluate('seen')).toEqual([
    'awake',
    'Scoring is done: reviews.csv: 1,000 rows',
  ]);
});

test('a file dropped on another view is not lost to the browser, but opened to be scored', async ({
  page,
}) => {
  await openBatch(page);
  await page.getByRole('link', { name: 'Live', exact: true }).click();
  await dropFile(page, 'late.csv', 'text\nI love it.\n');
  await expect(page).toHaveURL(/#\/batch$/);
  await expect(page.getByRole('heading', { name: 'late.csv' })).toBeVisible();
});

/** As a drag from the desktop. */
async function dropFile(page: Page, name: string, content: string) {
  const path = test.info().outputPath(name);
  writeFileSync(path, content);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 700, data });
}
