import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { tableFromIPC } from 'apache-arrow';
import Papa from 'papaparse';
import { readParquet } from 'parquet-wasm';
import {
  choose,
  EVERYDAY,
  exported,
  exportedRows,
  finished,
  progress,
  scoredAtLeast,
  scoreFile,
  start,
} from './batch-support.ts';
import { expectFits } from './learn-support.ts';
import { chooseOwn, madeOwnModel, openBatchWith } from './own-model-support.ts';
import { faultsOf, modelReady } from './support.ts';

const TOPICS = ['Refund', 'not working', 'none', '=late'];
const topics = madeOwnModel('Support topics', TOPICS);

const reviews = Papa.parse<{ text: string }>(readFileSync(EVERYDAY, 'utf8'), { header: true }).data;

/** Some reviews with a topic each, in other letters than the model's own, and one row without a text. */
const labelled = (labels: readonly string[], rows: number) =>
  Papa.unparse([
    ...reviews.slice(0, rows).map(({ text }, i) => ({
      id: i,
      text,
      topic: i % 7 === 6 ? 'unknown' : labels[i % labels.length]!.toUpperCase(),
      shop: ['north', 'south'][i % 2],
      date: `2026-0${1 + (i % 6)}-15`,
    })),
    { id: rows, text: '', topic: '', shop: 'north', date: '2026-01-15' },
  ]);

const grid = (page: Page) => page.getByRole('grid', { name: 'Rows of the file' });
const rowsShown = (page: Page) => page.getByRole('search', { name: 'Rows' }).getByRole('status');

test('a file scored by labels of one’s own: results, filter, correction, exports, reload', async ({
  page,
}) => {
  await openBatchWith(page, topics);
  await choose(page, { name: 'tickets.csv', content: labelled(TOPICS, 40) });
  await expect(page.getByRole('region', { name: 'Start', exact: true })).toContainText(
    'With Support topics, 4 labels',
  );
  await expect(page.getByLabel('“REFUND” stands for')).toHaveValue('Refund');
  await expect(page.getByLabel('“unknown” stands for')).toHaveValue('');
  await page.getByLabel('Group').selectOption('shop'); // the topic would have been it, had the model not known its names
  await start(page);
  await finished(page);

  // The file says what predict says.
  const rows = await exportedRows(page);
  const predictions = await page.evaluate(
    (texts) => window.sentiscope.predict(texts),
    rows.slice(0, 40).map((row) => row['text'] as string),
  );
  const columns = ['p_refund', 'p_not_working', 'p_none', 'p_late'].map(
    (name) => `sentiscope_${name}`,
  );
  predictions.forEach(({ label, confidence, probabilities }, i) => {
    const row = rows[i]!;
    expect(row['sentiscope_predicted']).toBe(label);
    expect(row['sentiscope_confidence']).toBeCloseTo(confidence, 5);
    TOPICS.forEach((topic, k) => expect(row[columns[k]!]).toBeCloseTo(probabilities[topic]!, 5));
  });
  expect(rows[40]).toMatchObject({ sentiscope_label: null, sentiscope_p_refund: null });
  expect(new Set(rows.map((row) => row.sentiscope_label)).size).toBeGreaterThan(2);

  // The given labels were found by their names.
  expect(rows.map((row) => row['sentiscope_given']).slice(0, 7)).toEqual([
    ...[...TOPICS, ...TOPICS].slice(0, 6),
    null,
  ]);
  const judged = rows.filter((row) => row['sentiscope_given'] !== null);
  const right = judged.filter((row) => row['sentiscope_given'] === row['sentiscope_predicted']);
  await expect(page.getByText('Accuracy', { exact: true }).locator('xpath=..')).toContainText(
    `${((100 * right.length) / judged.length).toFixed(1)}%`,
  );
  await page.getByLabel('Share of').first().selectOption('not working');
  await expect(
    page.getByRole('img', { name: /Share of “not working” reviews in 2 groups/ }),
  ).toBeVisible();
  await expect(page.getByText('P(positive)')).toHaveCount(0);
  await expect(page.getByText('positive', { exact: false })).toHaveCount(0);

  // Filters, and a correction by hand.
  const called = rows.filter((row) => row.sentiscope_label === 'none').length;
  const labels = page.getByRole('search', { name: 'Rows' }).getByRole('group', { name: 'Labels' });
  await labels.getByText('none', { exact: false }).last().click();
  await expect(rowsShown(page)).toHaveText(`${called} of 41 rows`);
  await labels.getByText('none', { exact: false }).last().click();
  await labels.getByText('No label').click();
  await expect(rowsShown(page)).toHaveText('1 of 41 rows');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByLabel('Sort by').selectOption('Confidence');
  await grid(page).focus();
  await page.keyboard.press('Enter');
  const surest = rows.reduce((a, b) =>
    Number(b['sentiscope_confidence']) > Number(a['sentiscope_confidence']) ? b : a,
  );
  const drawer = page.getByRole('dialog', { name: `Row ${String(surest['sentiscope_row'])}` });
  const other = TOPICS.find((topic) => topic !== surest['sentiscope_predicted'])!;
  await expect(
    drawer.getByRole('list', { name: 'Probabilities' }).getByRole('listitem'),
  ).toHaveCount(4);
  await drawer
    .getByRole('group', { name: 'Correct the label' })
    .getByRole('button', { name: other })
    .click();
  await expect(drawer).toContainText(
    `Corrected by hand; the model says ${String(surest['sentiscope_predicted'])}.`,
  );
  await page.keyboard.press('Escape');

  await page.reload();
  await expect(page.getByText('1 corrected by hand')).toBeVisible();
  const csv = (await exported(page, 'CSV')).toString('utf8').slice(1);
  const lines = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  const corrected = lines.data.filter((row) => row['sentiscope_corrected']);
  expect(corrected).toHaveLength(1);
  expect(corrected[0]!['sentiscope_label']!.replace(/^'/, '')).toBe(other);
  const parquet = readParquet(new Uint8Array(await exported(page, 'Parquet')));
  const table = tableFromIPC(parquet.intoIPCStream());
  for (const name of columns)
    expect(table.getChild(name)?.get(0)).toBeCloseTo(Number(rows[0]![name]), 5);
  const html = (await exported(page, 'Report')).toString('utf8');
  expect(html).toContain('Share of “');
  expect(html.split('</style>')[1]).not.toMatch(/positive/); // the style knows it
});

test('twelve labels: lists instead of buttons, mix-ups instead of a matrix, and nothing to compare with four', async ({
  page,
}) => {
  await openBatchWith(page, topics);
  await scoreFile(page, { name: 'four.csv', content: 'text\nI want my money back.\n' });
  const names = Array.from({ length: 12 }, (_, i) => `Queue ${i + 1}`);
  await chooseOwn(page, madeOwnModel('Queues', names));
  await page.goto('#/batch');
  await page.reload();
  await modelReady(page);
  await scoreFile(page, { name: 'made.csv', content: labelled(names, 60) }); // as madeOwnModel says
  const caution = 'Queues has learnt from a file named made.csv.';
  await expect(page.getByRole('alert').filter({ hasText: caution })).toContainText(
    'of 10 that were held out it had 10.0%',
  );
  expect((await exported(page, 'Report')).toString('utf8')).toContain(caution);
  await expect(page.getByRole('group', { name: 'Mix-ups' })).toBeVisible();
  await page.getByRole('button', { name: 'All 12 by 12 numbers' }).click();
  await expect(page.getByRole('region', { name: /all labels/ })).toBeVisible();

  const rows = await exportedRows(page);
  const [first] = rows;
  const label = first!.sentiscope_label;
  const filter = page.getByRole('combobox', { name: 'Labels' });
  await filter.scrollIntoViewIfNeeded(); // its list hides where it is out of sight
  await filter.fill(label);
  await page
    .getByRole('listbox', { name: 'Labels' })
    .getByRole('option', { name: label, exact: true })
    .click();
  await page.keyboard.press('Escape');
  const many = rows.filter((row) => row.sentiscope_label === label).length;
  await expect(rowsShown(page)).toHaveText(`${many} of 61 rows`);

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await faultsOf(page)).toEqual([]);
  }
  await grid(page).focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: /^Row / });
  await drawer.getByRole('button', { name: 'All 12 probabilities' }).click();
  await expect(
    drawer.getByRole('table', { name: 'All probabilities' }).getByRole('row'),
  ).toHaveCount(12);
  await drawer.getByRole('combobox', { name: 'Label' }).selectOption('Queue 3');
  await expect(drawer).toContainText(/Corrected by hand|A correction is kept/);
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await expectFits(page);

  await page.getByRole('link', { name: 'All files' }).click();
  await page.getByRole('button', { name: 'Compare two' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare two runs' });
  await expect(dialog).toContainText('The labels of these two differ');
  await expect(dialog.getByRole('button', { name: 'Compare', exact: true })).toBeDisabled();
});

test('reloaded in the middle with its model deleted: said, readable, and gone on with once it is back', async ({
  page,
}) => {
  await openBatchWith(page, topics);
  await choose(page, { name: 'reviews.csv', content: readFileSync(EVERYDAY) });
  await start(page);
  await scoredAtLeast(page, 100);
  await page.evaluate(() => {
    localStorage.removeItem('sentiscope-own-models');
    const small = { source: 'bundled', id: 'sentiscope-small' };
    localStorage.setItem('sentiscope-settings', JSON.stringify({ model: small, device: 'wasm' }));
  });
  await page.reload();
  await modelReady(page);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(progress(page)).toContainText(
    'Support topics was trained here and is no longer kept on this device.',
  );
  const scored = (await exportedRows(page)).filter((row) => row.sentiscope_label);
  expect(scored.length).toBeGreaterThanOrEqual(100);
  expect(TOPICS).toContain(scored[0]!.sentiscope_label);

  await page.evaluate((own) => {
    localStorage.setItem('sentiscope-own-models', JSON.stringify([own]));
  }, topics);
  await page.reload();
  await modelReady(page);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Go on with Support topics on WASM' }).click();
  await finished(page);
});
