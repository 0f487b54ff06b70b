import { expect, test, type Page } from '@playwright/test';
import { BASE_WEIGHTS, expectFits, expectLabel, faultsOf, hold, modelReady } from './support.ts';

const TEXT = 'The soup was cold, but the waiter was kind.';
const barOf = (page: Page) => page.getByRole('region', { name: 'Loading the model' });
const verdictOf = (page: Page) => page.getByRole('region', { name: 'Sentiment' });
const engineOf = (page: Page) => page.getByRole('complementary', { name: 'Engine' });

/** The probabilities on show, as they are written. */
const shares = (page: Page) => verdictOf(page).getByRole('listitem').allTextContents();

/** Types the text while only the small model can answer. */
async function smallAnswers(page: Page) {
  await expectLabel(page, TEXT, /./);
  await expect(verdictOf(page)).toContainText('Sentiscope small, for now');
}

/** Ends with what the accurate model says of the same text. */
async function baseAnswers(page: Page) {
  await expect(verdictOf(page).getByText('Sentiscope base', { exact: true })).toBeVisible();
  const right = await page.evaluate(async (text) => {
    const { probabilities } = await window.sentiscope.predict(text);
    return Object.values(probabilities).map((share) => `${(share * 100).toFixed(1)}%`);
  }, TEXT);
  for (const [i, share] of right.entries())
    await expect(verdictOf(page).getByRole('listitem').nth(i)).toContainText(share);
}

test('on a first visit the small model answers until the accurate one is here, and the page says so', async ({
  page,
}) => {
  const release = await hold(page, BASE_WEIGHTS);
  await page.goto('/');
  await smallAnswers(page);
  await expect(barOf(page)).toContainText(
    'Downloading Sentiscope base; Sentiscope small answers until then',
  );
  await expect(engineOf(page)).toContainText('Not here yet: Sentiscope small answers');
  await expect(engineOf(page).getByText('Model ready')).toBeHidden();
  expect(await faultsOf(page)).toEqual([]);
  const before = await shares(page);
  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByRole('button', { name: 'Hide' })).toBeVisible();

  release();
  await modelReady(page);
  await baseAnswers(page);
  expect(await shares(page)).not.toEqual(before);
  await expect(page.getByRole('button', { name: 'Hide' })).toBeVisible(); // explained anew, unasked

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload(); // a later visit begins with the accurate one
  await expect(verdictOf(page)).not.toContainText('for now');
  await modelReady(page);
  await expectLabel(page, TEXT, /./);
  await baseAnswers(page);
  expect(asked.filter((url) => url.includes('.onnx'))).toEqual([]);
});

test('what must not come from a stand-in waits for the chosen model', async ({ page }) => {
  const release = await hold(page, BASE_WEIGHTS);
  await page.goto('/');
  await smallAnswers(page);
  const answer = await page.evaluateHandle((text) => {
    const state = { done: false, confidence: 0 };
    void window.sentiscope.predict(text).then(({ confidence }) => {
      Object.assign(state, { done: true, confidence });
    });
    return state;
  }, TEXT);
  await page.getByRole('link', { name: 'Score a file' }).click();
  await page.getByLabel('File to score').setInputFiles({
    name: 'reviews.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('text\nLovely tea.\nCold soup.\n'),
  });
  await page.getByRole('button', { name: 'Score 2 rows' }).click();
  await expect(page.getByText('Starts as soon as the model is ready.')).toBeVisible();
  expect(await answer.evaluate(({ done }) => done)).toBe(false);

  release();
  await expect(page.getByRole('region', { name: 'Progress' })).toContainText(
    /2 rows.*Sentiscope base/,
  );
  await expect.poll(() => answer.evaluate(({ done }) => done)).toBe(true);
});

test('without the accurate model the small one goes on, says so, and can be kept', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.route(BASE_WEIGHTS, (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  const bar = barOf(page);
  await expect(bar).toContainText('Sentiscope base could not be started');
  await expect(bar).toContainText('Sentiscope small goes on answering what you type');
  await smallAnswers(page);
  await expectFits(page);
  expect(await faultsOf(page)).toEqual([]);

  await bar.getByRole('button', { name: 'Use Sentiscope small' }).click();
  await modelReady(page);
  await expect(bar).toBeHidden();
  await expect(verdictOf(page)).not.toContainText('for now');
  await page.reload();
  await modelReady(page);
  await expect(engineOf(page).getByText('Sentiscope small', { exact: true })).toBeVisible();
});

test('a stopped or failed download of the accurate model can be tried again', async ({ page }) => {
  const release = await hold(page, BASE_WEIGHTS);
  await page.goto('/');
  await smallAnswers(page);
  const bar = barOf(page);
  await bar.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar).toContainText('Sentiscope small goes on answering what you type');
  await expectLabel(page, 'I love sunny days', /positive/i);
  release();
  await bar.getByRole('button', { name: 'Load' }).click();
  await modelReady(page);
  await expectLabel(page, TEXT, /./);
  await baseAnswers(page);
});
