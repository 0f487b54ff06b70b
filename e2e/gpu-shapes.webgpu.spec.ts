import { expect, test, type Page, type Worker as Thread } from '@playwright/test';
import type { Scored } from '../src/core/protocol.ts';
import { PATIENCE, useSmall } from './gpu-support.ts';

test.setTimeout(900_000);

/**
 * Lengths in tokens, and rows of the batches tried with each: about 32 tokens the runtime changes its ways, 256 is a window of
 * a long text, and 1,365 rows of 3 are the most that the planner puts into one pass.
 */
const SHAPES: readonly (readonly [length: number, rows: readonly number[]])[] = [
  [3, [2, 3, 5, 64, 1365]],
  [8, [2, 17]],
  [31, [2, 7]],
  [32, [2, 7]],
  [33, [2, 3, 7]],
  [64, [2, 5]],
  [255, [2]],
  [256, [2]],
];
/** Different texts of a length: the rows of a batch are these in turn, so that one in the wrong place shows. */
const TEXTS = 2;
const WORDS = 'good bad great poor nice dull happy sad'.split(' ');

/** Made of words of one token each, between [CLS] and [SEP]. */
const textOf = (length: number, n: number) =>
  Array.from({ length: length - 2 }, (_, i) => WORDS[(i * 3 + n * 5) % WORDS.length]).join(' ');

interface Counts {
  pipelines: number;
  readBytes: number;
}

/** What one forward pass after the other makes the GPU do. */
function countGpu(page: Page) {
  page.on('worker', (worker) => {
    void worker.evaluate(() => {
      const counts = { pipelines: 0, readBytes: 0 };
      Object.assign(globalThis, { counts });
      const device = GPUDevice.prototype;
      const { createComputePipeline, createComputePipelineAsync } = device;
      device.createComputePipeline = function (...descriptor) {
        counts.pipelines += 1;
        return createComputePipeline.apply(this, descriptor);
      };
      device.createComputePipelineAsync = function (...descriptor) {
        counts.pipelines += 1;
        return createComputePipelineAsync.apply(this, descriptor);
      };
      const { mapAsync } = GPUBuffer.prototype;
      GPUBuffer.prototype.mapAsync = function (...range) {
        counts.readBytes += this.size;
        return mapAsync.apply(this, range);
      };
    });
  });
}

const countsOf = (worker: Thread) =>
  worker.evaluate(() => {
    const { counts } = globalThis as unknown as { counts: Counts };
    const so = { ...counts };
    counts.readBytes = 0;
    return so;
  });

/** Lets forward passes of exactly one shape be asked for: the page itself cuts lists as it sees fit. */
async function reachScorer(page: Page) {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    window.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        workers.push(this);
      }
    };
    let id = 1e6; // far from the page's own
    const pass = (texts: readonly string[]) =>
      new Promise((resolve, reject) => {
        const worker = workers.at(-1)!;
        const mine = (id += 1);
        worker.addEventListener('message', function hear({ data }: MessageEvent) {
          const reply = data as { id: number; kind: string; output: Scored };
          if (reply.id !== mine) return;
          worker.removeEventListener('message', hear);
          if (reply.kind !== 'done') reject(new Error(JSON.stringify(reply)));
          else resolve({ ...reply.output, probabilities: [...reply.output.probabilities] });
        });
        const input = { texts, batchTokens: 4096, pieces: false };
        worker.postMessage({ kind: 'ask', id: mine, call: 'score', input });
      });
    Object.assign(window, { pass });
  });
  return (texts: readonly string[]) =>
    page.evaluate(
      (list) =>
        (
          window as unknown as {
            pass: (texts: readonly string[]) => Promise<Scored & { probabilities: number[] }>;
          }
        ).pass(list),
      texts,
    );
}

test('every shape gives each text the answer that it gets alone, compiles nothing new and reads back logits only', async ({
  page,
}) => {
  await useSmall(page, 'webgpu');
  countGpu(page);
  const pass = await reachScorer(page);
  await page.goto('/');
  await expect(page.getByText('Model ready')).toBeVisible(PATIENCE);
  await expect(page.getByText(/WebGPU · q4/)).toBeVisible();
  const worker = page.workers().at(-1)!;
  const { pipelines } = await countsOf(worker);
  expect(pipelines).toBeGreaterThan(0); // by the probe set and a text of three tokens

  for (const [length, rowCounts] of SHAPES) {
    const texts = Array.from({ length: TEXTS }, (_, n) => textOf(length, n));
    const alone: number[][] = [];
    for (const text of texts) alone.push((await pass([text])).probabilities);
    expect(Math.abs(alone[0]![0]! - alone[1]![0]!), `two texts of ${length}`).toBeGreaterThan(1e-4);
    await countsOf(worker);
    for (const rows of rowCounts) {
      const shape = `${rows} x ${length}`;
      const list = Array.from({ length: rows }, (_, row) => texts[row % TEXTS]!);
      const { probabilities, paddedTokens } = await pass(list);
      const off = probabilities.map((p, i) =>
        Math.abs(p - alone[Math.floor(i / 3) % TEXTS]![i % 3]!),
      );
      const counts = await countsOf(worker);
      expect(paddedTokens, shape).toBe(rows * length);
      expect(probabilities, shape).toHaveLength(rows * 3);
      expect(Math.max(...off), shape).toBeLessThan(1e-3);
      expect(counts.pipelines, shape).toBe(pipelines);
      expect(counts.readBytes, shape).toBeLessThan(rows * 3 * 4 + 16); // a buffer's size is a multiple of 16 bytes
    }
  }
});
