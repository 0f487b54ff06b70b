import { expect, test, type Page } from '@playwright/test';
import { modelReady } from './support.ts';

const box = (page: Page) => page.getByRole('textbox', { name: 'Your text' });
const status = (page: Page) => page.getByRole('status');
const region = (page: Page, name: string) => page.getByRole('region', { name });
/** The large label, with the text that it is for. */
const label = (page: Page) =>
  region(page, 'Sentiment').locator('strong').and(page.locator('[data-current="true"]'));

/** Types nothing before the chosen model and all parts of the page are there. */
async function openReady(page: Page) {
  await page.goto('/');
  await modelReady(page);
  await box(page).fill('Fine.');
  await expect(status(page)).toHaveText(/positive|neutral|negative/i);
  await expect(page.getByRole('img', { name: /answer/ })).toBeVisible();
}

interface Watch {
  shown: string[];
  stale: string[];
}

/** From now on notes every label that stands as current, and every one of them that is for another text than the box's. */
async function watchLabels(page: Page) {
  await page.evaluate(() => {
    const watch: Watch = { shown: [], stale: [] };
    Object.assign(window, { watch });
    const look = () => {
      const shown = document.querySelector<HTMLElement>('strong[data-current="true"]');
      const text = shown?.dataset['text'];
      if (text === undefined) return;
      if (watch.shown.at(-1) !== text) watch.shown.push(text);
      const value = document.querySelector('textarea')!.value;
      if (text !== value) watch.stale.push(`${text} | ${value}`);
    };
    const everyFrame = () => {
      look();
      requestAnimationFrame(everyFrame);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    everyFrame();
  });
  return () => page.evaluate(() => (window as unknown as { watch: Watch }).watch);
}

test('typing works while the model loads, and the first label appears by itself', async ({
  page,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/model_quantized.onnx', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/');
  await box(page).fill('The soup was cold and the waiter was rude.');
  await expect(page.getByText('your label appears by itself')).toBeVisible();
  await expect(status(page)).toHaveText('');
  release();
  await expect(status(page)).toHaveText(/negative/i);
  await expect(label(page)).toHaveText('Negative');
});

test('the examples are labelled as anyone would', async ({ page }) => {
  await page.goto('/');
  for (const [text, expected] of [
    ['I love sunny days', /positive/i],
    ['The movie was great', /positive/i],
    ['How is the weather?', /neutral/i],
  ] as const) {
    await page.getByRole('button', { name: text }).click();
    await expect(box(page)).toHaveValue(text);
    await expect(label(page)).toHaveAttribute('data-text', text);
    await expect(status(page)).toHaveText(expected);
  }
});

test('fast typing ends with the label of the last text and never shows one of another', async ({
  page,
}) => {
  await openReady(page);
  const watched = await watchLabels(page);
  const text = 'It was a long way and a cold night, but what a wonderful place! '.repeat(4);
  await box(page).fill('');
  await box(page).pressSequentially(text.slice(0, 200));
  await expect(label(page)).toHaveAttribute('data-text', text.slice(0, 200));
  const { shown, stale } = await watched();
  expect(stale).toEqual([]);
  expect(shown.at(-1)).toBe(text.slice(0, 200));
});

test('the page keeps answering while 200 characters are typed', async ({ page }) => {
  await openReady(page);
  await page.evaluate(() => {
    const counts = { frames: 0 };
    Object.assign(window, { counts });
    const next = () => {
      counts.frames += 1;
      requestAnimationFrame(next);
    };
    next();
  });
  const frames = () =>
    page.evaluate(() => (window as unknown as { counts: { frames: number } }).counts.frames);
  for (let typed = 0; typed < 200; typed += 50) {
    const before = await frames();
    await box(page).pressSequentially('A fine day, if a little windy for the two of us. ');
    expect(await frames()).toBeGreaterThan(before);
  }
  await expect(status(page)).toHaveText(/positive|neutral|negative/i);
});

test('nothing is requested while typing, from anywhere', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!['blob:', 'data:'].includes(protocol) && origin !== baseURL) foreign.push(request.url());
  });
  await openReady(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await box(page).pressSequentially('The soup was cold. The waiter was rude.');
  await expect(label(page)).toHaveText('Negative');
  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByText(/variants, each without one word/)).toBeVisible();
  expect(requests).toEqual([]);
  expect(foreign).toEqual([]);
});

test('sentences are tinted and named, and Why? weighs the words', async ({ page }) => {
  await page.goto('/');
  await box(page).fill('The bed was wonderful. The soup was horrible.');
  const echo = region(page, 'Sentence by sentence');
  await expect(echo).toContainText(/The bed was wonderful\. \(Positive, \d+%\)/);
  await expect(echo).toContainText(/The soup was horrible\. \(Negative, \d+%\)/);

  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByText(/^8 variants, each without one word, scored in/)).toBeVisible();
  await expect(region(page, 'Word by word')).toHaveText(
    'The bed was wonderful. The soup was horrible.',
  );
  await expect(region(page, 'Word by word').getByText('horrible')).toHaveAttribute(
    'title',
    /points/,
  );
  await expect(page.getByText(/horrible [+−]\d/)).toBeVisible();

  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(echo).toBeVisible();
});

test('typing on gives up an explanation that is under way', async ({ page }) => {
  await openReady(page);
  await box(page).fill('Such a lovely and quiet place. '.repeat(60));
  await expect(label(page)).toBeVisible();
  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await box(page).fill('Horrible.');
  await expect(label(page)).toHaveText('Negative');
  await expect(page.getByRole('button', { name: 'Why?' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a long text is scored in windows, and says so', async ({ page }) => {
  await page.goto('/');
  await box(page).fill('We had a wonderful time in this lovely hotel. '.repeat(80));
  await expect(status(page)).toHaveText(/positive/i);
  await expect(page.getByText(/scored in \d+ windows/)).toBeVisible();
});

test('word pieces are shown as the model sees them', async ({ page }) => {
  await page.goto('/');
  await box(page).fill('Sentiscope');
  const pieces = page.getByRole('list', { name: 'Word pieces' }).getByRole('listitem');
  await expect(pieces.first()).toHaveText('[CLS]');
  await expect(pieces.first()).toHaveAttribute('title', 'special token, id 101');
  await expect(pieces.last()).toHaveText('[SEP]');
  await expect(pieces.filter({ hasText: '##' }).first()).toBeVisible();
});

test('a pasted megabyte is not inserted; the page goes on and offers its start', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openReady(page);
  await page.evaluate(() => navigator.clipboard.writeText('A fine day. '.repeat(90_000)));
  await box(page).press('ControlOrMeta+v');
  await expect(page.getByText(/That text has 1,080,005 characters/)).toBeVisible();
  await expect(box(page)).toHaveValue('Fine.');

  await page.getByRole('button', { name: 'Use the first 10,000 characters' }).click();
  await expect(label(page)).toHaveAttribute('data-text', /^Fine\.A fine day\./);
  expect(await box(page).inputValue()).toHaveLength(10_000);
  await expect(page.getByText(/That text has/)).toHaveCount(0);
});

test('a text that is put in by other means is held to the same limit', async ({ page }) => {
  await openReady(page);
  await box(page).fill('x'.repeat(20_000));
  await expect(page.getByText(/That text has 20,000 characters/)).toBeVisible();
  await expect(box(page)).toHaveValue('Fine.');
});

test('a link brings the text back, and leaves the address again', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  const text = 'Schön & gut: 100 % #1 + more? “Yes” 🙂\nreally';
  await box(page).fill(text);
  await page.getByRole('button', { name: 'Copy a link to this text' }).click();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).search).toBe('');

  const other = await context.newPage();
  await other.goto(link);
  await expect(box(other)).toHaveValue(text);
  await expect(label(other)).toHaveAttribute('data-text', text);
  expect(new URL(other.url()).hash).toBe('#/live');

  await other.evaluate(() => (location.hash = '#/live?text=Horrible'));
  await expect(box(other)).toHaveValue('Horrible');
  await expect(label(other)).toHaveText('Negative');
});

test('where the clipboard is forbidden, the link is there to be selected', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.goto('/');
  await box(page).fill('Fine day');
  await page.getByRole('button', { name: 'Copy a link to this text' }).click();
  await expect(page.getByLabel('Link to this text')).toHaveValue(/#\/live\?text=Fine%20day$/);
});

test('an empty box invites, and has no label', async ({ page }) => {
  await openReady(page);
  await box(page).fill('  ');
  await expect(page.getByText('Type, and watch.')).toBeVisible();
  await expect(status(page)).toHaveText('');
  await expect(label(page)).toHaveCount(0);
});

test('an input method is left to compose before anything is asked', async ({ page }) => {
  await openReady(page);
  const watched = await watchLabels(page);
  const session = await page.context().newCDPSession(page);
  await box(page).fill('');
  await box(page).focus();
  for (const text of ['ほ', 'ほん', '本'])
    await session.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
  await expect(box(page)).toHaveValue('本');
  await expect(label(page)).toHaveCount(0);
  await session.send('Input.insertText', { text: '本' });
  await expect(label(page)).toHaveAttribute('data-text', '本');
  const { shown, stale } = await watched();
  expect(shown.filter((text) => text.includes('ほ'))).toEqual([]);
  expect(stale).toEqual([]);
});

test('the keyboard alone reaches everything', async ({ page }) => {
  await openReady(page);
  await box(page).focus();
  const reached: string[] = [];
  for (let i = 0; i < 14; i++) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate(
        () =>
          document.activeElement!.getAttribute('aria-label') ?? document.activeElement!.textContent,
      ),
    );
  }
  expect(reached).toEqual(
    expect.arrayContaining(['Copy a link to this text', 'I love sunny days', 'Why?', 'As a table']),
  );
});
