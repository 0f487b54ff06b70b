import { expect, it } from 'vitest';
import { trialTexts } from './trial-text.ts';

const slowGpu = {
  processor: { textsPerSecond: 310.4, oneTextMs: 9.1, workers: 3 },
  gpu: { textsPerSecond: 120, oneTextMs: 31 },
};
const fastGpu = { ...slowGpu, gpu: { textsPerSecond: 1234.5, oneTextMs: 31 } };

it('says what each did, and which is used', () => {
  expect(trialTexts(slowGpu, 'wasm')).toEqual([
    'On this machine the processor scored 310 texts a second, the GPU 120: the processor is used.',
    'A single text took 9.1 ms on the processor, 31.0 ms on the GPU.',
  ]);
  expect(trialTexts(fastGpu, 'webgpu')[0]).toBe(
    'On this machine the processor scored 310 texts a second, the GPU 1,235: the GPU is used.',
  );
});

it('promises nothing of a GPU that was faster and is gone', () => {
  expect(trialTexts(fastGpu, 'wasm')[0]).toMatch(/the GPU 1,235\.$/);
});

it('shows a rate under ten with its tenths', () => {
  const gpu = { textsPerSecond: 0.94, oneTextMs: 1100 };
  expect(trialTexts({ ...slowGpu, gpu }, 'wasm')[0]).toContain('the GPU 0.9: the processor');
});
