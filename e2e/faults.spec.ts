import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Page } from '@playwright/test';
import {
  BASE_WEIGHTS,
  beginPrediction,
  expectLabel,
  hold,
  modelReady,
  newestWorker,
  textBox,
} from './support.ts';

const WEIGHTS = readFileSync('public/models/sentiscope-base/onnx/model_quantized.onnx');
const RUNTIME = '**/assets/ort-wasm-simd-threaded-*';

const banner = (page: Page) => page.getByRole('region', { name: 'Loading the model' });
const damaged = () => Buffer.from(WEIGHTS).fill(0, 1000, 1001);

async function tryAgain(page: Page) {
  await banner(page).getByRole('button', { name: 'Try again' }).click();
  await modelReady(page);
  await expectLabel(page, 'I love sunny days', /positive/i);
}

test.describe('a file of the model', () => {
  const spoilt: [string, RegExp, Parameters<Page['route']>[1]][] = [
    ['missing', /model_quantized\.onnx.*not found/i, (route) => route.fulfill({ status: 404 })],
    [
      'truncated',
      /model_quantized\.onnx.*damaged/i,
      (route) => route.fulfill({ body: WEIGHTS.subarray(0, 1_000_000) }),
    ],
    ['altered', /model_quantized\.onnx.*damaged/i, (route) => route.fulfill({ body: damaged() })],
    ['refused', /model_quantized\.onnx.*could not be downloaded/i, (route) => route.abort()],
  ];
  for (const [fault, sentence, spoil] of spoilt)
    test(`${fault}: a sentence, and Try again works`, async ({ page }) => {
      await page.route(BASE_WEIGHTS, spoil);
      await page.goto('/');
      await textBox(page).fill('typed before the model came');
      await expect(banner(page)).toContainText(sentence);
      await page.unroute(BASE_WEIGHTS);
      await tryAgain(page);
    });

  test('altered once: the one retry mends it unseen', async ({ page }) => {
    let asked = 0;
    await page.route(BASE_WEIGHTS, (route) =>
      ++asked === 1 ? route.fulfill({ body: damaged() }) : route.fallback(),
    );
    await page.goto('/');
    await modelReady(page);
    expect(asked).toBe(2);
  });

  test('damaged in storage: it is downloaded again', async ({ page }) => {
    await page.goto('/');
    await modelReady(page);
    await page.evaluate(async () => {
      const cache = await caches.open('sentiscope-files-v1');
      const keys = await cache.keys();
      const weights = keys.find(({ url }) => url.includes('sentiscope-base/onnx'))!;
      await cache.put(weights, new Response(new Uint8Array(24_066_130)));
    });
    let asked = 0;
    await page.route(BASE_WEIGHTS, (route) => {
      asked += 1;
      return route.fallback();
    });
    await page.reload();
    await modelReady(page);
    expect(asked).toBe(1);
    await expectLabel(page, 'I love sunny days', /positive/i);
  });
});

for (const [part, pattern, sentence] of [
  ['script', `${RUNTIME}.js`, /program that runs the model/i],
  ['WebAssembly', `${RUNTIME}.wasm`, /\.wasm.*not found/i],
] as const)
  test(`the runtime's ${part} missing: a sentence, and Try again works`, async ({ page }) => {
    await page.addInitScript(() => {
      const settings = { model: { source: 'bundled', id: 'sentiscope-base' }, device: 'wasm' };
      localStorage.setItem(
        'sentiscope-settings',
        JSON.stringify({ ...settings, engine: 'library' }),
      );
    });
    await page.route(pattern, (route) => route.fulfill({ status: 404 }));
    await page.goto('/');
    await expect(banner(page)).toContainText(sentence);
    await page.unroute(pattern);
    await tryAgain(page);
  });

test.describe('a worker', () => {
  /** An error nobody catches, as a bug in the runtime would throw it. */
  const crash = async (page: Page) =>
    (await newestWorker(page)).evaluate(() => {
      setTimeout(() => {
        throw new Error('crashed by the test');
      });
    });

  test('that crashes while loading is replaced, and the model arrives', async ({ page }) => {
    const release = await hold(page, BASE_WEIGHTS);
    const asked = page.waitForRequest(BASE_WEIGHTS);
    await page.goto('/');
    await asked;
    await crash(page);
    release();
    await modelReady(page);
    await expectLabel(page, 'I love sunny days', /positive/i);
  });

  for (const [fault, end] of [
    ['crashes', crash],
    [
      'is killed without a word',
      async (page: Page) => (await newestWorker(page)).evaluate(() => self.close()),
    ],
  ] as const)
    test(`that ${fault} while scoring fails its call; the next keystroke works`, async ({
      page,
    }) => {
      await page.goto('/');
      await modelReady(page);
      const outcome = await beginPrediction(page, 'A long story about a dull film. '.repeat(3000));
      await end(page);
      expect(await outcome()).toMatch(/^worker-crashed/);
      await expectLabel(page, 'I love sunny days', /positive/i);
    });
});

test.describe('an old browser', () => {
  const without: [string, () => void][] = [
    ['WebAssembly SIMD', () => (WebAssembly.validate = () => false)],
    [
      'module workers',
      () => {
        const { Worker } = window;
        window.Worker = function (url: string) {
          return new Worker(url); // never looks at the options, so never at `type`
        } as unknown as typeof Worker;
      },
    ],
  ];
  for (const [feature, remove] of without)
    test(`without ${feature} is told what to do`, async ({ page }) => {
      await page.addInitScript(remove);
      await page.goto('/');
      await expect(banner(page)).toContainText(/this browser lacks/i);
      await banner(page).getByRole('button', { name: 'Technical detail' }).click();
      await expect(banner(page)).toContainText(feature);
    });
});

test('a full disk: the page works without keeping anything, and says so', async ({
  page,
  context,
  baseURL,
}) => {
  const devtools = await context.newCDPSession(page);
  await page.goto('/manifest.webmanifest');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: baseURL!, quotaSize: 100_000 });
  await page.goto('/');
  await modelReady(page);
  await expect(page.getByText(/could not be kept for the next visit/)).toBeVisible();
  await expectLabel(page, 'I love sunny days', /positive/i);
});

test('storage forbidden: the page works without, and says so', async ({ baseURL }) => {
  const folder = mkdtempSync(join(tmpdir(), 'sentiscope-'));
  mkdirSync(join(folder, 'Default'));
  const forbidden = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(forbidden));
  const { launchOptions } = test.info().project.use;
  const context = await chromium.launchPersistentContext(folder, { ...launchOptions });
  try {
    const page = context.pages()[0]!;
    await page.goto(baseURL!);
    expect(await page.evaluate(() => caches.keys().catch(({ name }: Error) => name))).toBe(
      'SecurityError',
    );
    await modelReady(page);
    await expect(page.getByText(/could not be kept for the next visit/)).toBeVisible();
    await expectLabel(page, 'I love sunny days', /positive/i);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true });
  }
});

test('WebGPU absent: WASM, and the reason', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'gpu');
  });
  await page.goto('/');
  await modelReady(page);
  await expect(page.getByText('This browser has no WebGPU')).toBeVisible();
});
