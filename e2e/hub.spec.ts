import { expect, test, type Page } from '@playwright/test';
import { startHub } from './hub-server.ts';
import { expectLabel, modelReady } from './support.ts';

let hub: Awaited<ReturnType<typeof startHub>>;
test.beforeAll(async () => void (hub = await startHub()));
test.beforeEach(() => void (hub.asked.length = 0));
test.afterAll(() => new Promise((resolve) => hub.server.close(resolve)));

const engineOf = (page: Page) => page.getByRole('complementary', { name: 'Engine' });
const barOf = (page: Page) => page.getByRole('region', { name: 'Loading the model' });

/** Opens the page and asks our own hub, reached as a school's mirror would be, for a model. */
async function askFor(page: Page, id: string) {
  await page.goto('/');
  await modelReady(page);
  await engineOf(page).getByRole('button', { name: 'Change model' }).click();
  await page.getByRole('tab', { name: 'From a hub' }).click();
  await page.getByLabel('Another text-classification model').check();
  await page.getByLabel('Model id').fill(id);
  await page.getByRole('button', { name: 'Another hub' }).click();
  await page.getByLabel('Hub address').fill('/hub/');
  await expect(page.getByText(/127\.0\.0\.1:\d+ will be asked .* nothing you type/)).toBeVisible();
  expect(hub.asked).toEqual([]);
  await page.getByRole('button', { name: /^Ask 127/ }).click();
}

const download = (page: Page) => page.getByRole('button', { name: /^Download 12\.0 MB from 127/ });

test('asks, shows what will come, and runs the model', async ({ page }) => {
  await askFor(page, 'classroom/small-sentiment');
  await expect(page.getByRole('row', { name: 'onnx/model_quantized.onnx 11.5 MB' })).toBeVisible();
  await expect(page.getByLabel('NEUTRAL')).toHaveValue('neutral');
  expect(hub.asked.filter((path) => path.endsWith('.onnx'))).toEqual([]);

  await download(page).click();
  const engine = engineOf(page);
  await expect(engine.getByText('classroom/small-sentiment', { exact: true })).toBeVisible();
  await expect(engine.getByText('We have not measured')).toBeVisible();
  await expectLabel(page, 'The movie was great', /positive/i);

  hub.asked.length = 0;
  await page.reload();
  await expect(engine.getByText('classroom/small-sentiment', { exact: true })).toBeVisible();
  await modelReady(page);
  expect(hub.asked).toEqual([]); // from storage
});

test('does not ask the hub again, once its files are cleared, before the user agrees', async ({
  page,
}) => {
  await askFor(page, 'classroom/small-sentiment');
  await download(page).click();
  const engine = engineOf(page);
  await expect(engine.getByText('classroom/small-sentiment', { exact: true })).toBeVisible();
  await expect(barOf(page)).toBeHidden();
  await engine.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(engine.getByText('Nothing kept on this device')).toBeVisible();

  hub.asked.length = 0;
  await page.reload();
  await expect(barOf(page).getByText(/is not kept on this device any more/)).toBeVisible();
  expect(hub.asked).toEqual([]);
  await barOf(page).getByRole('button', { name: 'Use Sentiscope base' }).click();
  await expect(engine.getByText('Sentiscope base', { exact: true })).toBeVisible();
  await modelReady(page);
});

test('waits until classes without a meaning have one', async ({ page }) => {
  await askFor(page, 'classroom/small-unnamed');
  await expect(download(page)).toBeDisabled();
  // Turned round on purpose: what counts is what the user says.
  await page.getByLabel('LABEL_0').selectOption('positive');
  await page.getByLabel('LABEL_1').selectOption('neutral');
  await expect(download(page)).toBeDisabled();
  await page.getByLabel('LABEL_2').selectOption('negative');
  await download(page).click();
  await expect(engineOf(page).getByText('classroom/small-unnamed', { exact: true })).toBeVisible();
  await expectLabel(page, 'The movie was great', /negative/i);
});

test('goes on with the earlier model when one cannot be opened', async ({ page }) => {
  await askFor(page, 'classroom/unreadable');
  await page.getByRole('button', { name: /^Download .* from 127/ }).click();
  const bar = barOf(page);
  await expect(bar.getByText('classroom/unreadable could not be started')).toBeVisible();
  await expect(bar.getByText(/arrived whole, but could not be opened/)).toBeVisible();
  await expectLabel(page, 'I love sunny days', /positive/i);
  await bar.getByRole('button', { name: 'Go on with Sentiscope base' }).click();
  await expect(bar).toBeHidden();
});

for (const [id, sentence] of [
  ['classroom/pytorch-only', /cannot run here: a text-classification model with/],
  ['classroom/no-such-model', /was not found on the server/],
] as const) {
  test(`says what is wrong with ${id}`, async ({ page }) => {
    await askFor(page, id);
    const alert = page.getByRole('alert').filter({ hasText: `${id} cannot be used` });
    await expect(alert).toHaveText(sentence);
    await expect(page.getByRole('button', { name: /^Ask 127/ })).toBeEnabled();
  });
}
