import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { modelReady } from './support.ts';

test('predict takes a text or a list, and says what to do about anything else', async ({
  page,
}) => {
  await page.goto('/');
  await modelReady(page);
  const messageOf = (input: unknown) =>
    page.evaluate(
      (given) =>
        window.sentiscope.predict(given as string).then(
          () => '',
          (error: Error) => `${error.name}: ${error.message}`,
        ),
      input,
    );
  expect(await messageOf(5)).toBe(
    'TypeError: predict got the number 5, but takes a text or a list of texts. ' +
      'Put it in quotes to score it as a text: predict("5").',
  );
  expect(await messageOf(['fine', 7])).toMatch(/item 1 is the number 7/);
  const list = await page.evaluate(() => window.sentiscope.predict(['Great!', 'Awful.']));
  expect(list.map(({ label }) => label)).toEqual(['positive', 'negative']);
  const one = await page.evaluate(() => window.sentiscope.predict('Great!'));
  expect(one.label).toBe('positive');
  expect(await page.evaluate(() => window.sentiscope.predict([]))).toEqual([]);
});

test('a text gets the same probabilities alone, in company and from several workers', async ({
  page,
}) => {
  await page.goto('/');
  await modelReady(page);
  const reviews = readFileSync('public/samples/reviews.csv', 'utf8').split('\n').slice(1, 41);
  const alone = [];
  for (const review of reviews.slice(0, 8))
    alone.push(await page.evaluate((text) => window.sentiscope.predict(text), review));
  const together = await page.evaluate((texts) => window.sentiscope.predict(texts), reviews);
  expect(together.slice(0, 8)).toEqual(alone);

  await page.getByLabel('Workers').selectOption('2');
  await expect(page.getByText('2 of 2 workers ready')).toBeVisible();
  const backwards = await page.evaluate(
    (texts) => window.sentiscope.predict(texts),
    reviews.toReversed(),
  );
  expect(backwards.toReversed()).toEqual(together);
});
