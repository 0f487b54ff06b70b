import { expect, test, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openPart } from './learn-support.ts';
import { expectFits, faultsOf } from './support.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } }); // colours at rest, not mid-animation

const TITLE = 'Model cards';
const FOLDER = 'public/models';

interface Rate {
  n?: number;
  accuracy: number;
  interval95: number[];
}

const oneDigit = new Intl.NumberFormat('en', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const hashOf = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const outcome = (page: Page, file: string) =>
  page.getByRole('status', { name: `Verification of ${file}` });
const verify = (page: Page, file: string) =>
  page.getByRole('button', { name: `Verify ${file}`, exact: true }).click();

/** Every figure of a table is that of the file. */
async function expectRates(page: Page, title: string, rates: { id: string; rate: Rate }[]) {
  const rows = region(page, title).getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(rates.length + 1);
  for (const { id, rate } of rates) {
    const [low, high] = rate.interval95;
    const row = rows.filter({ has: page.getByRole('cell', { name: id, exact: true }) });
    for (const value of [rate.accuracy, low!, high!])
      await expect(row).toContainText(`${oneDigit.format(value)}%`);
  }
}

test('a card tells what its files do, and its hashes can be verified', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPart(page, 'cards', TITLE, '&model=sentiscope-small');
  await expect(region(page, 'Sentiscope small: the fast model')).toContainText('Apache-2.0');
  await expect(region(page, 'Limits and licence')).toContainText('sarcasm');

  const metrics = Object.entries(
    JSON.parse(readFileSync(`${FOLDER}/sentiscope-small/metrics.json`, 'utf8')) as Record<
      string,
      { q8: { binary?: Rate; threeClass?: Rate } }
    >,
  );
  for (const [kind, title] of [
    ['threeClass', 'Right among three classes'],
    ['binary', 'Right between positive and negative'],
  ] as const)
    await expectRates(
      page,
      title,
      metrics.flatMap(([id, { q8 }]) => (q8[kind] ? [{ id, rate: q8[kind] }] : [])),
    );

  // The weights in use are the kept copy; the other model's files come from the server.
  const weights = 'onnx/model_quantized.onnx';
  const hash = hashOf(readFileSync(`${FOLDER}/sentiscope-small/${weights}`));
  await expect(region(page, 'Files and hashes').getByText(hash)).toBeVisible();
  await page.getByRole('button', { name: `Copy the hash of ${weights}` }).click();
  await expect(page.getByText('Copied').last()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(hash);
  await verify(page, weights);
  await expect(outcome(page, weights)).toContainText('Equal. The copy kept in this browser');

  await page.getByRole('radiogroup', { name: 'Model' }).getByText('Sentiscope base').click();
  await expect(region(page, 'Sentiscope base: the accurate model')).toBeVisible();
  await verify(page, 'probes.json');
  await expect(outcome(page, 'probes.json')).toContainText('Equal. The file as it is served now');
  const altered = '{ "altered": true }';
  await page.route('**/sentiscope-base/config.json', (route) => route.fulfill({ body: altered }));
  await verify(page, 'config.json');
  await expect(outcome(page, 'config.json')).toContainText('Not equal');
  await expect(outcome(page, 'config.json')).toContainText(hashOf(altered));
  await page.route('**/sentiscope-base/onnx/*', (route) => route.abort());
  await verify(page, 'onnx/model_q4.onnx');
  await expect(outcome(page, 'onnx/model_q4.onnx')).toContainText('could not be downloaded');

  expect(await faultsOf(page)).toEqual([]);
  await expectFits(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await expectFits(page);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Verify probes.json' })).toBeHidden();
  await expect(region(page, 'Right among three classes').getByRole('table')).toBeVisible();
});

test('what a card says is text, never HTML; in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const card = readFileSync(`${FOLDER}/sentiscope-base/README.md`, 'utf8');
  const sly = '<img src=x onerror="document.title=1"> <b>Bold</b> [away](javascript:alert(1))';
  await page.route('**/sentiscope-base/README.md', (route) =>
    route.fulfill({ body: `${card}\n\n${sly}\n` }),
  );
  await openPart(page, 'cards', TITLE, '&model=sentiscope-base');
  await expect(region(page, 'Limits and licence')).toContainText('<b>Bold</b>');
  await expect(region(page, 'Limits and licence').locator('img, b, a[href]')).toHaveCount(0);
  await expect(page).not.toHaveTitle('1');
  expect(await faultsOf(page)).toEqual([]);
});
