import { chromium, expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { exportedRows, openBatch, scoreFile } from './batch-support.ts';
import { serveDist } from './static-server.ts';
import { expectLabel, modelReady, newestWorker, textBox } from './support.ts';

test('no request leaves the origin, and none is made while typing', async ({ page, context }) => {
  const foreign: string[] = [];
  const origin = new URL(test.info().project.use.baseURL!).origin;
  context.on('request', (request) => {
    const { protocol, origin: to } = new URL(request.url());
    if (protocol !== 'blob:' && protocol !== 'data:' && to !== origin) foreign.push(request.url());
  });
  await page.goto('/');
  await modelReady(page);
  const whileTyping: string[] = [];
  context.on('request', (request) => whileTyping.push(request.url()));
  await textBox(page).pressSequentially('The soup was cold and the waiter was rude.');
  await expect(page.getByRole('status')).toHaveText(/negative/i);
  await page.getByRole('button', { name: /why/i }).click();
  await expect(page.getByText(/variants/i)).toBeVisible();
  expect(foreign).toEqual([]);
  expect(whileTyping).toEqual([]);
});

test('no request at all is made while a file is read, scored and exported', async ({
  page,
  context,
}) => {
  await openBatch(page);
  await scoreFile(page, { name: 'first.csv', content: 'text\nLovely tea.\n' }); // the view's own parts are here now
  await exportedRows(page);
  await page.getByRole('link', { name: 'All files' }).click();
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  await scoreFile(page, { name: 'private.csv', content: 'text\nA secret, and a sad one.\n' });
  await exportedRows(page);
  // The browser asks for the tab's icon again when the address changes.
  const asked = requests.filter((url) => !url.startsWith('blob:') && !url.endsWith('/icon.svg'));
  expect(asked).toEqual([]);
});

test('the policy refuses foreign addresses, on the page and in the workers', async ({ page }) => {
  const host = await serveDist('/'); // no headers: the page alone must do it
  try {
    await page.goto(host.url);
    await modelReady(page);
    const send = () =>
      fetch('https://example.org/?text=private').then(
        () => 'sent',
        (error: Error) => error.message,
      );
    const refused = page.waitForEvent('console', (message) =>
      /content security policy/i.test(message.text()),
    );
    expect(await page.evaluate(send)).toMatch(/failed to fetch/i);
    await refused;
    const worker = await newestWorker(page);
    const violation = worker.evaluate(
      () =>
        new Promise<string>((resolve) => {
          self.addEventListener('securitypolicyviolation', (event) =>
            resolve(event.effectiveDirective),
          );
        }),
    );
    expect(await worker.evaluate(send)).toMatch(/failed to fetch/i);
    expect(await violation).toBe('connect-src');
  } finally {
    await host.close();
  }
});

test('a text that looks like HTML is shown as text', async ({ page }) => {
  await page.goto('/');
  await modelReady(page);
  const text =
    '<img src=x onerror="document.title=1"> Awful film. <b>Boring</b> from start to end.';
  await expectLabel(page, text, /negative/i);
  await expect(page.getByText('<b>Boring</b> from start to end.').last()).toBeVisible();
  await expect(page).not.toHaveTitle('1');
});

test('the page works under any path of a plain static host', async ({ page }) => {
  const host = await serveDist('/some/where/');
  try {
    await page.goto(host.url);
    await modelReady(page);
    await expectLabel(page, 'How is the weather?', /neutral/i);
  } finally {
    await host.close();
  }
});

test('the page works over plain http, as in many a classroom, and says what is not kept', async () => {
  const host = await serveDist('/');
  const { launchOptions } = test.info().project.use;
  const asClassroom = '--host-resolver-rules=MAP classroom.test 127.0.0.1';
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), asClassroom],
  });
  try {
    const page = await browser.newPage();
    await page.goto(host.url.replace('127.0.0.1', 'classroom.test'));
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await modelReady(page);
    await expectLabel(page, 'I love sunny days', /positive/i);
    await expect(page.getByText(/could not be kept for the next visit/)).toBeVisible();
  } finally {
    await browser.close();
    await host.close();
  }
});

test('the build holds the three runtimes that can be used, and no other', () => {
  const files = readdirSync('dist/assets').filter((name) => /^ort|\.wasm$/.test(name));
  const variants = files.map((name) => name.replace(/-[\w-]{8}\.(js|wasm)$/, '.$1')).toSorted();
  expect(variants).toEqual(
    ['', '.asyncify', '.jspi']
      .flatMap((variant) => ['js', 'wasm'].map((end) => `ort-wasm-simd-threaded${variant}.${end}`))
      .toSorted(),
  );
});
