import { expect, test, type Page } from '@playwright/test';
import { PATIENCE, useSmall } from './gpu-support.ts';
import { expectFits, expectLabel, faultsOf } from './support.ts';

test.setTimeout(600_000);

/** Makes the page believe that the GPU is a real one. It is drawn by the processor, and so much slower than that. */
async function disguiseGpu(page: Page) {
  await page.addInitScript(() => {
    const info = GPUAdapterInfo.prototype;
    const say = (key: string, value: unknown) =>
      Object.defineProperty(info, key, { get: () => value });
    say('isFallbackAdapter', false);
    say('vendor', 'acme');
    for (const key of ['architecture', 'device', 'description']) say(key, '');
  });
}

/** Opens the page with such a GPU, until the small model answers on the processor. */
async function openDisguised(page: Page) {
  await useSmall(page, 'auto');
  await disguiseGpu(page);
  await page.goto('/');
  await expect(page.getByText(/WASM, own kernel · q8/)).toBeVisible(PATIENCE);
}

const verdict = (page: Page) =>
  page.getByText(
    /On this machine the processor scored [\d.,]+ texts a second, the GPU [\d.,]+: the processor is used\. A single text took .* on the processor, .* on the GPU\./,
  );

test('the processor answers while the GPU is tried, and when the trial is cancelled; the faster one stays, and later visits know it', async ({
  page,
}) => {
  await openDisguised(page);
  const bar = page.getByRole('region', { name: 'Loading the model' });
  await bar.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar).toBeHidden();
  await expect(page.getByText(/has not been compared with the processor yet/)).toBeVisible();
  await expectLabel(page, 'I love sunny days', /positive/i);

  await page.getByRole('button', { name: 'Compare now' }).click();
  await expectLabel(page, 'The movie was great', /positive/i);
  await expect(verdict(page)).toBeHidden(); // it was answered before the trial was over
  await expect(page.getByText('Comparing the GPU with the processor').last()).toBeVisible(PATIENCE);
  await expectLabel(page, 'I hate rainy days', /negative/i);
  await expect(verdict(page)).toBeVisible(PATIENCE);
  await expect(page.getByRole('button', { name: 'Measure again' })).toBeEnabled();
  await expect(page.getByText(/WASM, own kernel · q8/)).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await expect(verdict(page)).toBeVisible(PATIENCE);
  await expect(page.getByText('Model ready')).toBeVisible();
  expect(asked.filter((url) => /_q4\.onnx|\.(jspi|asyncify)\./.test(url))).toEqual([]);
});
