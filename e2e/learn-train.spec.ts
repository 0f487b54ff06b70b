import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { expectFits, openPart } from './learn-support.ts';
import { expectLabel, faultsOf, modelReady } from './support.ts';

const REVIEWS = readFileSync('public/samples/reviews.csv', 'utf8')
  .split('\n')
  .slice(0, 221)
  .join('\n');

/** Texts whose topic a few words tell. */
function topics(of: Record<string, readonly string[]>, each: number): string {
  const places = ['on Monday', 'last week', 'in May', 'at noon', 'again', 'once more', 'at last'];
  const lines = Object.entries(of).flatMap(([topic, words]) =>
    Array.from({ length: each }, (_, i) => {
      const [a, b] = [words[i % words.length]!, words[(i + 1 + (i >> 2)) % words.length]!];
      return `"About the ${a} and the ${b}, ${places[i % places.length]!} ${i}.",${topic}`;
    }),
  );
  return ['message,topic', ...lines].join('\n');
}
const TOPICS = topics(
  {
    billing: ['invoice', 'price', 'refund', 'credit card', 'payment'],
    parcel: ['parcel', 'driver', 'delivery', 'box', 'address'],
    food: ['soup', 'dessert', 'waiter', 'bread', 'kitchen'],
  },
  24,
);

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const open = (page: Page) => openPart(page, 'train', 'Train your own');
const choose = (page: Page, name: string, content: string) =>
  page
    .getByLabel('File to learn from')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const run = (page: Page) => panel(page, '3 · Train');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const result = (page: Page) => page.getByRole('table', { name: 'Right on the test texts' });
/** Percent right, as the table of the result says. */
async function right(page: Page, name: RegExp) {
  const cell = result(page).getByRole('row', { name }).getByRole('cell');
  return Number.parseFloat(await cell.innerText());
}

async function looksRight(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect.poll(() => faultsOf(page)).toEqual([]); // colours may still be on their way to the other scheme
  }
  await page.setViewportSize({ width: 390, height: 800 });
  await expectFits(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await expectFits(page);
}

/** In the page: from outside, on a busy machine, a click on "Pause" may come after the last step. */
const goOnAndPause = (page: Page) =>
  page.evaluate(async () => {
    const named = (name: string) =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    named('Go on')!.click();
    while (!named('Pause')) await new Promise((next) => setTimeout(next));
    named('Pause')!.click();
  });

test('a head trained on reviews is stepped, judged, kept, chosen, and answers after a reload', async ({
  page,
}) => {
  await open(page);
  await choose(page, 'week.csv', REVIEWS);
  await expect(page.getByText('220 texts to learn from, with 3 labels')).toBeVisible();
  await page.getByLabel('Encoder').selectOption('Sentiscope small');

  await button(page, 'One step').click();
  const said = run(page).getByRole('status');
  await expect(said).toHaveText('Paused at step 0', { timeout: 90_000 });
  await button(page, 'One step').click();
  await expect(said).toHaveText('Paused at step 1');
  await goOnAndPause(page);
  await expect(said).toHaveText(/^Paused at step ([2-9]|\d\d)/);
  await run(page).getByRole('button', { name: 'As a table' }).click();
  const steps = page.getByRole('table', { name: 'Loss and share right by step' });
  const reached = Number((await said.innerText()).split(' ').at(-1));
  await expect(steps.getByRole('row')).toHaveCount(reached + 2); // its head, and step 0: none is lost
  await button(page, 'Reset').click();
  await expect(steps).toBeHidden();
  await button(page, 'Start training').press('Enter');
  await expect(result(page)).toBeVisible({ timeout: 60_000 });
  await expect(said).toHaveText(/^Trained: the best of \d+ steps was step \d+$/);

  const majority = await right(page, /^Always/);
  expect(await right(page, /^Your model/)).toBeGreaterThan(majority);
  expect(await right(page, /^Sentiscope small/)).toBeGreaterThan(majority);
  await expect(
    page.getByText(/^Your model is better than Always “\w+”: your model alone/),
  ).toBeVisible();

  await button(page, 'Draw the learning curve').click();
  await expect(page.getByText(/(still rising|No clear rise any more): from/)).toBeVisible();
  await page.getByLabel('Try a text').fill('Wonderful, I love it.');
  const bars = panel(page, '5 · Try it and keep it').getByRole('listitem');
  await expect(bars).toHaveCount(3);
  await page.getByLabel('Name of your model').fill('Week');
  await button(page, 'Keep it').click();
  await looksRight(page);

  // Out as a file, away, and in again.
  const saved = page.waitForEvent('download');
  await button(page, 'Export Week').click();
  const file = await (await saved).path();
  await button(page, 'Delete Week').click();
  await button(page, 'Delete').last().click();
  await expect(button(page, 'Use Week')).toBeHidden();
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Import a model').click();
  await (
    await chooser
  ).setFiles({
    name: 'week.json',
    mimeType: 'application/json',
    buffer: readFileSync(file),
  });
  await expect(button(page, 'Use Week')).toBeVisible();

  await page.getByRole('link', { name: 'Live', exact: true }).click();
  await button(page, 'Change model').click();
  await page.getByRole('tab', { name: 'Your own' }).click();
  await expect(
    page.getByText(/3 labels: .* On Sentiscope small, trained on 220 texts/),
  ).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await button(page, 'Use Week').click();
  await expect(page.getByText(/right on 33 texts held out from week.csv/)).toBeVisible();
  await modelReady(page);
  await page.reload();
  await modelReady(page);
  await expect(page.getByText(/^Your own\. 3 labels/)).toBeVisible();
  await expectLabel(page, 'Broken after a day. I want my money back!', /negative/i);
});

test('labels of one’s own, from a file: refused where nothing can be learnt, else trained and used everywhere', async ({
  page,
}) => {
  await open(page);
  const refused = page.getByRole('alert');
  const lines = TOPICS.split('\n');
  await choose(page, 'one.csv', lines.filter((line) => !/,(food|parcel)$/.test(line)).join('\n'));
  await page.getByLabel('Column with the labels').selectOption('topic');
  await expect(refused).toContainText('All texts have the same label');
  await choose(page, 'few.csv', lines.filter((_, i) => i % 24 < 4).join('\n'));
  await page.getByLabel('Column with the labels').selectOption('topic');
  await expect(refused).toContainText('There is too little to learn from');
  await choose(
    page,
    'measured.csv',
    lines.map((line, i) => line.replace(/[^,]*$/, i === 0 ? 'grams' : `${i * 3}.5`)).join('\n'),
  );
  await page.getByLabel('Column with the labels').selectOption('grams');
  await expect(refused).toContainText('This column measures something');
  await expect(button(page, 'Start training')).toBeDisabled();

  await choose(page, 'inbox.csv', `${TOPICS}\n${lines[1]}\n"Only this",rest\n,food`);
  await page.getByLabel('Column with the labels').selectOption('topic');
  await expect(page.getByText('72 texts to learn from, with 3 labels')).toBeVisible();
  await expect(page.getByText(/^1 row repeated the text of an earlier row/)).toBeVisible();
  await expect(page.getByText('Left out with fewer than 6 texts: “rest”.')).toBeVisible();
  await expect(page.getByText('Left out without a text or a label: 1 row.')).toBeVisible();
  await page.getByLabel('Encoder').selectOption('Sentiscope small');
  await button(page, 'Start training').click();
  await expect(result(page)).toBeVisible({ timeout: 90_000 });
  expect(await right(page, /^Your model/)).toBeGreaterThan(await right(page, /^Always/));
  await expect(page.getByText('The bundled model knows other labels than these')).toBeVisible();
  await button(page, 'Keep it').click();
  await button(page, 'Use topic from inbox').click();
  await expect(panel(page, 'Your own models').getByText('In use')).toBeVisible();

  await page.getByRole('link', { name: 'Live', exact: true }).click();
  await modelReady(page);
  await expectLabel(
    page,
    'About the soup and the bread. About the parcel and the driver.',
    /food|parcel/,
  );
  await expect(page.getByRole('region', { name: 'Sentence by sentence' })).toContainText('food:');
  await button(page, 'Why?').click();
  await expect(page.getByRole('region', { name: 'Word by word' })).toBeVisible();
  await looksRight(page);
  const prediction = await page.evaluate(() => window.sentiscope.predict('About the refund.'));
  expect(Object.keys(prediction.probabilities).sort()).toEqual(['billing', 'food', 'parcel']);

  // Views that have models of their own to speak of open as ever.
  await page.getByRole('link', { name: 'Score a file' }).click();
  await expect(page.getByText('Drop a file of reviews')).toBeVisible();
  await page.getByRole('link', { name: 'Benchmark' }).click();
  await expect(page.getByRole('button', { name: /Start the benchmark/ })).toBeEnabled();
  await page.goto('#/learn?part=pipeline');
  await expect(page.getByText('Looked into: Sentiscope small')).toBeVisible();
});
