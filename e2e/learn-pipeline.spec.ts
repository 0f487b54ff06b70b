import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { expectFits, openPart } from './learn-support.ts';
import { faultsOf } from './support.ts';

const TEXTS = ['I love sunny days', 'The movie was great', 'How is the weather?'];
const open = (page: Page) => openPart(page, 'pipeline', 'From text to label');
const stage = (page: Page, name: string) => page.getByRole('region', { name });
const shapeOf = (page: Page, name: string, side: string) =>
  stage(page, name).getByRole('region', { name: side }).getByTestId('shape');

test('the shapes and numbers shown are those of the tensors', async ({ page }) => {
  // What is looked into is the library's session: the page's own numbers come from it too, here.
  await page.addInitScript(() => {
    const model = { source: 'bundled', id: 'sentiscope-small' };
    const settings = { model, device: 'wasm', engine: 'library' };
    localStorage.setItem('sentiscope-settings', JSON.stringify(settings));
  });
  await open(page);
  const predictions = await page.evaluate((texts) => window.sentiscope.predict(texts), TEXTS);
  const columns = Math.max(...predictions.map(({ tokens }) => tokens));
  const [first] = predictions;
  for (const [name, one, list] of [
    ['1 · Input text', '[1, texts]', '[3, texts]'],
    ['3 · Token ids and attention mask', `[1, ${first!.tokens}]`, `[3, ${columns}]`],
    ['4 · Features', `[1, ${first!.tokens}, 384]`, `[3, ${columns}, 384]`],
    ['5 · Inference', '[1, 3]', '[3, 3]'],
    ['6 · Output label', '[1, labels]', '[3, labels]'],
  ] as const) {
    await expect(shapeOf(page, name, 'One text (real time)')).toHaveText(one);
    await expect(shapeOf(page, name, 'A list (batch)')).toHaveText(list);
  }

  // Every place of the padded rectangle is there, and the mask says which are padding.
  const ids = stage(page, '3 · Token ids and attention mask').getByRole('region', {
    name: 'Token ids and attention mask, list',
  });
  const masks = await ids.getByRole('row', { name: /^mask/ }).all();
  for (const [i, mask] of masks.entries()) {
    const bits = await mask.getByRole('cell').allTextContents();
    expect(bits).toHaveLength(columns);
    expect(bits.filter((bit) => bit === '1')).toHaveLength(predictions[i]!.tokens);
  }

  // The whole tensor, as a file.
  const features = stage(page, '4 · Features').getByRole('region', { name: 'A list (batch)' });
  await features.getByRole('button', { name: 'Numbers' }).click();
  const waiting = page.waitForEvent('download');
  await features.getByRole('button', { name: 'Save all 384 columns as CSV' }).click();
  const rows = readFileSync(await (await waiting).path(), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1);
  expect(rows).toHaveLength(3 * columns);
  const numbers = rows.map((row) => row.split(',').slice(-384).map(Number));
  expect(numbers.flat().every(Number.isFinite)).toBe(true);
  const vectors = new Set(numbers.map((row) => row.join()));
  expect(vectors.size).toBeGreaterThan(columns); // no stand-in: a token's vector depends on word and place

  // One text alone is what the rest of the page computes, to the last digit shown.
  const logits = await stage(page, '5 · Inference')
    .getByRole('region', { name: 'Inference, one text' })
    .getByRole('row')
    .allTextContents();
  first!.logits.forEach((logit, k) => expect(logits[k + 1]).toContain(logit.toFixed(3)));
  await expect(stage(page, '6 · Output label')).toContainText(
    `Positive, ${(100 * first!.probabilities['positive']!).toFixed(1)}%`,
  );
});

test('every letter and every lookup is shown for any text, and HTML stays text', async ({
  page,
}) => {
  await open(page);
  const box = page.getByLabel('The list, one text a line');
  await box.fill('Crème brûlée: unputdownable! <b>5★</b>');
  const words = stage(page, '2 · Preprocessing').getByRole('region', { name: 'One text' });
  await expect(words.getByText('è→e')).toBeVisible();
  await expect(words.locator('code').filter({ hasText: /^##/ }).first()).toBeVisible();
  await words.getByRole('button', { name: 'Every lookup in the vocabulary' }).click();
  await expect(words.getByRole('row', { name: /^unputdownable/ })).toContainText('✓');
  await expect(stage(page, '1 · Input text')).toContainText('<b>5★</b>');
  await box.fill('');
  await expect(
    page.getByText('Type a text, and every stage of its way appears here.'),
  ).toBeVisible();
  await box.fill(Array.from({ length: 14 }, (_, i) => `Review ${i}`).join('\n'));
  await expect(page.getByText('Only the first 12 of 14 lines are looked at.')).toBeVisible();
  await expect(shapeOf(page, '5 · Inference', 'A list (batch)')).toHaveText('[12, 3]');
});

test('the prediction trace walks five steps by keyboard', async ({ page }) => {
  await open(page);
  await page.getByLabel('The one text, as in real time').selectOption('3: How is the weather?');
  await page.getByText('Step by step').click();
  const trace = page.getByRole('region', { name: 'Prediction trace' });
  const heading = trace.getByRole('heading', { level: 4 });
  await expect(trace.getByRole('button', { name: 'Back' })).toBeDisabled();
  const seen: string[] = [];
  for (let step = 1; step <= 5; step++) {
    await expect(heading).toHaveText(new RegExp(`^Step ${step} of 5 · `));
    seen.push((await heading.textContent())!);
    if (step === 5) break;
    await trace.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    await expect(heading).toBeFocused();
  }
  expect(seen.map((text) => text.split(' · ')[1])).toEqual([
    'Preprocessing',
    'Token ids and attention mask',
    'Features',
    'Inference',
    'Output label',
  ]);
  await expect(trace).toContainText('Neutral');
  await trace.getByRole('button', { name: 'Back' }).click();
  await expect(heading).toHaveText('Step 4 of 5 · Inference');
});

test('the list grows to ten thousand, its sizes follow, and its time is measured on request', async ({
  page,
}) => {
  await open(page);
  const card = stage(page, 'A longer list');
  const slider = card.getByRole('slider');
  const sizes = card.getByRole('region', { name: 'Sizes of the list' });
  await expect(sizes).toContainText('[100, 3]');
  await slider.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', '10,000 texts');
  await expect(sizes.getByRole('row', { name: /^Logits/ })).toContainText('[10,000, 3], 120 kB');
  const [, columns] = /\[10,000, (\d+), 384\]/.exec((await sizes.textContent())!)!;
  expect(Number(columns)).toBeGreaterThan(7);
  for (let i = 0; i < 6; i++) await slider.press('ArrowLeft');
  await card.getByRole('button', { name: 'Measure the time for 10 texts' }).click();
  await expect(card.getByRole('status')).toContainText(/^10 texts as a list: [\d.]+ m?s/);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`is readable to all, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page);
    await expect(shapeOf(page, '5 · Inference', 'A list (batch)')).toHaveText('[3, 3]');
    for (const name of ['Numbers', 'Every lookup in the vocabulary'])
      await page.getByRole('button', { name }).first().click();
    expect(await faultsOf(page)).toEqual([]);
    await expectFits(page);
    await page.getByRole('link', { name: 'All parts' }).click();
    await expect(page.getByRole('link', { name: /Quiz/ })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await expectFits(page);
  });
