import { expect, test, type Page, type Worker } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { choose, exportedRows, finished, progress, start, workersNamed } from './batch-support.ts';
import { PATIENCE, useSmall } from './gpu-support.ts';
import { beginPrediction, expectLabel, modelReady } from './support.ts';

test.setTimeout(600_000);

interface Probe {
  text: string;
  label: string;
  fp32: [number, number, number];
}
const { probes, tolerance } = JSON.parse(
  readFileSync('public/models/sentiscope-small/probes.json', 'utf8'),
) as { probes: Probe[]; tolerance: { q4: number } };

const useSmallOnGpu = (page: Page) => useSmall(page, 'webgpu');

/** Lets the device of every worker be destroyed from outside. */
function breakableGpu(page: Page) {
  page.on('worker', (worker) => {
    void worker.evaluate(() => {
      const request = GPUAdapter.prototype.requestDevice;
      GPUAdapter.prototype.requestDevice = async function (...options) {
        const device = await request.apply(this, options);
        Object.assign(globalThis, { loseGpu: () => device.destroy() });
        return device;
      };
    });
  });
}

const loseGpu = (worker: Worker) =>
  worker.evaluate(() => (globalThis as unknown as { loseGpu: () => void }).loseGpu());

test('WebGPU gives the labels of the probe set; lost during a call it fails that, and the page finds another way', async ({
  page,
}) => {
  await useSmallOnGpu(page);
  breakableGpu(page);
  await page.goto('/');
  await expect(page.getByText('Model ready')).toBeVisible(PATIENCE);
  await expect(page.getByText(/WebGPU · q4/)).toBeVisible();
  await expect(page.getByText(/simulated by the processor/)).toBeVisible();
  const short = probes.filter(({ text }) => text.length < 120);
  const predictions = await page.evaluate(
    (texts) => window.sentiscope.predict(texts),
    short.map(({ text }) => text),
  );
  expect(predictions.map(({ label }) => label)).toEqual(short.map(({ label }) => label));
  predictions.forEach(({ probabilities: { negative, neutral, positive } }, i) =>
    [negative, neutral, positive].forEach((p, k) =>
      expect(Math.abs(p! - short[i]!.fp32[k]!)).toBeLessThanOrEqual(tolerance.q4),
    ),
  );

  const outcome = await beginPrediction(page, 'It was long. '.repeat(60));
  await loseGpu(page.workers().at(-1)!);
  expect(await outcome()).toMatch(/^gpu-lost/);
  await expect(page.getByText('Model ready')).toBeVisible(PATIENCE);
  await expectLabel(page, 'I love sunny days', /positive/i);
});

test('left to itself the page prefers WASM to a software adapter, and says why', async ({
  page,
}) => {
  await page.goto('/');
  await modelReady(page);
  await expect(page.getByText(/WASM, own kernel · q8/)).toBeVisible();
  await expect(page.getByText(/only GPU found is simulated/)).toBeVisible();
});

test('a GPU that computes nonsense is found out, and WASM takes over', async ({ page }) => {
  await useSmallOnGpu(page);
  page.on('worker', (worker) => {
    // What is read back from the GPU is zeros: all logits equal.
    void worker.evaluate(() => {
      const read = GPUBuffer.prototype.getMappedRange;
      GPUBuffer.prototype.getMappedRange = function (...range) {
        const bytes = read.apply(this, range);
        if (this.usage & GPUBufferUsage.MAP_READ) new Uint8Array(bytes).fill(0);
        return bytes;
      };
    });
  });
  await page.goto('/');
  await expect(page.getByText(/WASM, own kernel · q8/)).toBeVisible(PATIENCE);
  await expect(page.getByText(/failed the test with known answers/)).toBeVisible();
  await expectLabel(page, 'I love sunny days', /positive/i);
});

test('a GPU that is lost in the middle of a file: gone on with, to the labels of the probe set', async ({
  page,
}) => {
  await useSmallOnGpu(page);
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  breakableGpu(page);
  await page.goto('#/batch');
  await expect(page.getByText('Model ready')).toBeVisible(PATIENCE);
  const short = probes.filter(({ text }) => text.length < 120);
  const content = short.map(({ text }) => JSON.stringify({ text })).join('\n');
  await choose(page, { name: 'probes.jsonl', content });
  await start(page);
  await expect(progress(page)).toContainText('Scoring');
  const [scorer] = await workersNamed(page, 'scorer');
  await loseGpu(scorer!);
  await finished(page);
  const rows = await exportedRows(page);
  expect(rows.map((row) => row.sentiscope_label)).toEqual(short.map(({ label }) => label));
  rows.forEach(({ sentiscope_positive }, i) =>
    expect(Math.abs(sentiscope_positive - short[i]!.fp32[2])).toBeLessThanOrEqual(tolerance.q4),
  );
});
