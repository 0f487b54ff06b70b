import { expect, test, type Page } from '@playwright/test';
import { expectFits, faultsInBoth, openPart } from './learn-support.ts';
import { hold } from './support.ts';

const box = (page: Page) => page.getByLabel('A call of predict');
const entry = (page: Page, number: number) =>
  page.getByRole('listitem', { name: `Call ${number}`, exact: true });

/** Runs a call as a user does. */
async function call(page: Page, source: string) {
  await box(page).fill(source);
  await box(page).press('Enter');
}

test('the console gives a list for a list, one for one, and the error with its cure for a number', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await openPart(page, 'calls', 'Try the calls');

  await call(page, 'predict(["I love sunny days", "This was awful"])');
  await expect(entry(page, 1)).toContainText('Array(2) of Prediction');
  await expect(entry(page, 1)).toContainText('[2], each {label, confidence, probabilities {3}');
  await expect(entry(page, 1)).toContainText(/0: Prediction: positive.*1: Prediction: negative/s);
  await expect(page.getByRole('status').filter({ hasText: 'Call 1' })).toContainText(
    /Array\(2\) of Prediction\. positive, \d+%; negative, \d+%/,
  );

  await call(page, "await sentiscope.predict('I love sunny days');");
  await expect(entry(page, 2).getByText('Prediction', { exact: true })).toBeVisible();
  const label = await page.evaluate(
    async () => (await window.sentiscope.predict('I love sunny days')).label,
  );
  await expect(entry(page, 2)).toContainText(`label: "${label}"`);

  await page.getByRole('button', { name: 'A number', exact: true }).click();
  await expect(entry(page, 3)).toContainText('TypeError');
  await expect(entry(page, 3)).toContainText(
    'predict got the number 5, but takes a text or a list of texts. Put it in quotes to score it as a text: predict("5").',
  );

  // Nothing typed is run, and nothing shown is HTML.
  await call(page, 'predict(alert(1))');
  await expect(entry(page, 4)).toContainText(/Not run\. Only written-out values.* at character 9/);
  await call(page, 'predict(`${alert(1)}`)');
  await expect(entry(page, 5)).toContainText(/would have to be run as code.* at character 10/);
  await call(page, 'alert(1)');
  await expect(entry(page, 6)).toContainText(/Only calls of predict .* at character 1\./);
  await call(page, 'predict("<img src=x onerror=alert(1)>")');
  await expect(entry(page, 7)).toContainText('<img src=x onerror=alert(1)>');
  await expect(entry(page, 7)).toContainText('Type');
  await call(page, 'predict("a").constructor.constructor("alert(1)")()');
  await expect(entry(page, 8)).toContainText('One call at a time');
  expect(dialogs).toEqual([]);
  expect(await page.locator('img[src="x"]').count()).toBe(0);

  await call(page, `predict([${'"a",'.repeat(201)}])`);
  await expect(entry(page, 9)).toContainText('201 texts are more than this console takes: 200');

  // Arrow keys walk through the history, and back to what was being typed.
  await box(page).fill('predict(');
  await box(page).press('ArrowUp');
  await box(page).press('ArrowUp');
  await expect(box(page)).toHaveValue('predict("a").constructor.constructor("alert(1)")()');
  await box(page).press('ArrowDown');
  await box(page).press('ArrowDown');
  await expect(box(page)).toHaveValue('predict(');
  await expectFits(page);
});

test('a list of one stands beside the same text by itself, and both read as they are', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openPart(page, 'calls', 'Try the calls');
  const pair = page.getByRole('region', { name: 'A list of one is not one text' });
  await expect(pair.getByRole('region', { name: 'As a list of one' })).toContainText(
    'Array(1) of Prediction',
  );
  await pair.getByLabel('The text').fill('Great "soup"');
  await pair.getByLabel('The text').press('Enter');
  await expect(pair).toContainText('predict(["Great \\"soup\\""])');
  await expect(pair.getByRole('row', { name: /answer\[0\]\.label/ })).toContainText(
    '"positive"TypeError',
  );
  await expect(pair.getByRole('row', { name: /^answer\.label/ })).toContainText(
    'undefined"positive"',
  );
  await expect(pair).toContainText('Both hold the same prediction, to the last digit');

  await page.getByRole('button', { name: 'A list', exact: true }).click();
  await expect(entry(page, 1)).toContainText('Array(3) of Prediction');
  await call(page, 'predict(5');
  await expect(entry(page, 2)).toContainText('is not closed');
  expect(await faultsInBoth(page)).toEqual([]);
  await expectFits(page);
});

test('a call made too early waits for the model, and can be given up', async ({ page }) => {
  const release = await hold(page, '**/models/sentiscope-base/onnx/model_quantized.onnx');
  await page.goto('#/learn?part=calls');
  await call(page, 'predict("Lovely")');
  await expect(entry(page, 1)).toContainText('Waiting for the model, which is on its way');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(entry(page, 1)).toContainText('This was stopped before it was finished');
  release();
});
