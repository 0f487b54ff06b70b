import { expect, test, type Page } from '@playwright/test';
import { BASE_WEIGHTS, expectLabel, modelReady } from './support.ts';

const engineOf = (page: Page) => page.getByRole('complementary', { name: 'Engine' });
const barOf = (page: Page) => page.getByRole('region', { name: 'Loading the model' });

/** Holds the largest file of every model, or of one, back until it is let go. */
async function holdModel(page: Page, weights = '**/*.onnx') {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(weights, async (route) => {
    await released;
    await route.continue().catch(() => {}); // cancelled meanwhile
  });
  return release;
}

test('shows bytes and files on the way to the total, then the engine', async ({ page }) => {
  const release = await holdModel(page, BASE_WEIGHTS);
  await page.goto('/');
  const bar = barOf(page);
  await expect(bar.getByText('Downloading Sentiscope base')).toBeVisible();
  const progress = bar.getByRole('progressbar', { name: 'Downloading Sentiscope base' });
  await expect(progress).toHaveAttribute('aria-valuetext', /478 kB of 24\.5 MB/);

  await bar.getByRole('button', { name: '5 files' }).click();
  await expect(bar.getByRole('row', { name: /tokenizer\.json .*466 kB/ })).toBeVisible();
  await expect(bar.getByRole('row', { name: /\.wasm/ })).toBeHidden(); // our kernel needs no general runtime
  await expect(bar.getByRole('row', { name: /model_quantized\.onnx .*of 24\.1 MB/ })).toBeVisible();

  release();
  await modelReady(page);
  await expect(bar).toBeHidden();
  const engine = engineOf(page);
  await expect(engine.getByText(/WASM, own kernel · q8 · \d of \d workers? ready/)).toBeVisible();
  await expect(engine.getByText('88.5%')).toBeVisible();
  await expect(engine.getByText('54.2%')).toBeVisible();
  await engine.getByRole('button', { name: 'Details' }).click();
  await expect(engine.getByText('Our own kernel, relaxed SIMD')).toBeVisible();
  const card = engine.getByRole('link', { name: 'Model card' });
  expect((await page.request.get(await hrefOf(page, card))).ok()).toBe(true);
});

const hrefOf = (_: Page, link: ReturnType<Page['getByRole']>) =>
  link.evaluate((anchor: HTMLAnchorElement) => anchor.href);

test('stops when asked to, and loads again', async ({ page }) => {
  await holdModel(page);
  await page.goto('/');
  await barOf(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(barOf(page).getByText('Loading was stopped')).toBeVisible();
  await page.unrouteAll();
  await barOf(page).getByRole('button', { name: 'Load' }).click();
  await modelReady(page);
});

test('changes to the small model and back', async ({ page }) => {
  await page.goto('/');
  await modelReady(page);
  const engine = engineOf(page);
  for (const title of ['Sentiscope small', 'Sentiscope base']) {
    await engine.getByRole('button', { name: 'Change model' }).click();
    await page.getByRole('button', { name: `Use ${title}` }).click();
    await expect(engine.getByText(title, { exact: true })).toBeVisible();
    await expect(barOf(page)).toBeHidden();
  }
  await page.reload();
  await expect(engine.getByText('Sentiscope base', { exact: true })).toBeVisible();
});

test('keeps the running model when a change is cancelled', async ({ page }) => {
  await page.goto('/');
  await modelReady(page);
  await engineOf(page).getByRole('button', { name: 'Clear' }).click(); // else the other one is here already
  await page.getByRole('button', { name: 'Remove' }).click();
  await holdModel(page);
  await engineOf(page).getByRole('button', { name: 'Change model' }).click();
  await page.getByRole('button', { name: 'Use Sentiscope small' }).click();
  await barOf(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/Loading was stopped\. Sentiscope base goes on/)).toBeVisible();
  await expect(barOf(page)).toBeHidden();
  await expectLabel(page, 'I love sunny days', /positive/i);
});

test('says why there is no GPU, and goes on with WASM', async ({ page }) => {
  await page.goto('/');
  await modelReady(page);
  const engine = engineOf(page);
  await expect(engine.getByText(/WebGPU.*runs on the processor/)).toBeVisible();
  await engine.getByText('WebGPU', { exact: true }).click();
  await expect(engine.getByRole('alert')).toHaveText(/WebGPU.*runs on the processor/);
  await engine.getByText('WASM', { exact: true }).click();
  await expect(engine.getByRole('alert')).toBeHidden();
  await expect(engine.getByText(/WASM, own kernel · q8/)).toBeVisible();
});

test('starts and ends workers', async ({ page }) => {
  await page.goto('/');
  await modelReady(page);
  const workers = page.getByLabel('Workers');
  await workers.selectOption('3');
  await expect(engineOf(page).getByText('3 of 3 workers ready')).toBeVisible();
  await workers.selectOption('1');
  await expect(engineOf(page).getByText('1 of 1 worker ready')).toBeVisible();
  await page.reload();
  await modelReady(page);
  await expect(workers).toHaveValue('1');
});

test('says what is kept, and clears it', async ({ page }) => {
  await page.goto('/');
  await modelReady(page);
  const engine = engineOf(page);
  await expect(engine.getByText('36.5 MB kept on this device')).toBeVisible();
  await engine.getByRole('button', { name: 'What is kept' }).click();
  const table = engine.getByRole('table', { name: 'Kept files' });
  await expect(table.getByRole('row', { name: 'sentiscope-base 24.5 MB' })).toBeVisible();
  await expect(table.getByRole('row', { name: 'sentiscope-small 12.0 MB' })).toBeVisible();

  await page.reload(); // from storage: nothing is asked of the server
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await modelReady(page);
  expect(asked.filter((url) => /\.onnx|\.wasm/.test(url))).toEqual([]);

  await engine.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(engine.getByText('36.5 MB kept')).toBeVisible();
  await engine.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(engine.getByText('Nothing kept on this device')).toBeVisible();
});

test('says what is wrong when a file is missing, and tries again', async ({ page }) => {
  await page.route('**/*.onnx', (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  const bar = barOf(page);
  await expect(bar.getByText('Sentiscope base could not be started')).toBeVisible();
  await expect(bar.getByText('onnx/model_quantized.onnx was not found')).toBeVisible();
  await bar.getByRole('button', { name: 'Technical detail' }).click();
  await expect(bar.getByText(/file-missing: .*HTTP 404/)).toBeVisible();
  await page.unrouteAll();
  await bar.getByRole('button', { name: 'Try again' }).click();
  await modelReady(page);
});
