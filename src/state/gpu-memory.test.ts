import { expect, it } from 'vitest';
import { createGpuMemory, fasterIn, type DeviceTrial } from './gpu-memory.ts';

const trial: DeviceTrial = {
  gpu: { textsPerSecond: 120, oneTextMs: 31 },
  processor: { textsPerSecond: 310, oneTextMs: 9, workers: 3 },
};

function setUp(kept: unknown = null) {
  let stored = kept;
  const store = {
    read: () => stored,
    write: (value: object) => void (stored = JSON.parse(JSON.stringify(value))),
  };
  return { memory: createGpuMemory(store), stored: () => stored };
}

it('keeps each model’s figures', () => {
  const { memory } = setUp();
  memory.set('nvidia 1.0', 'base', { batchTokens: 1024, trial });
  memory.set('nvidia 1.0', 'small', { batchTokens: 512 });
  expect(memory.get('nvidia 1.0', 'base')).toEqual({ batchTokens: 1024, trial });
  expect(memory.get('nvidia 1.0', 'small')).toEqual({ batchTokens: 512 });
  expect(memory.get('nvidia 1.0', 'constructor')).toBeUndefined();
});

it('knows nothing of another machine, and forgets the old one with the first figures of the new', () => {
  const { memory, stored } = setUp();
  memory.set('nvidia 1.0', 'base', { batchTokens: 1024, trial });
  expect(memory.get('nvidia 1.1', 'base')).toBeUndefined();
  memory.set('nvidia 1.1', 'small', { batchTokens: 512 });
  expect(memory.get('nvidia 1.0', 'base')).toBeUndefined();
  expect(stored()).toEqual({ machine: 'nvidia 1.1', models: { small: { batchTokens: 512 } } });
});

it('forgets one model when told to', () => {
  const { memory } = setUp();
  memory.set('a', 'base', { batchTokens: 1024, trial });
  memory.set('a', 'small', { batchTokens: 512 });
  memory.set('a', 'base', undefined);
  expect(memory.get('a', 'base')).toBeUndefined();
  expect(memory.get('a', 'small')).toBeDefined();
});

it.each([
  ['nothing', null],
  ['another shape', { machine: 'a', models: { base: { batchTokens: 'many' } } }],
  ['no size of a batch', { machine: 'a', models: { base: { batchTokens: 0 } } }],
])('measures anew where %s is kept', (_, kept) => {
  expect(setUp(kept).memory.get('a', 'base')).toBeUndefined();
});

it('takes the faster in lists, and the processor where both are equal', () => {
  const gpu = (textsPerSecond: number) => ({ ...trial, gpu: { textsPerSecond, oneTextMs: 1 } });
  expect(fasterIn(gpu(311))).toBe('gpu');
  expect(fasterIn(gpu(310))).toBe('processor');
  expect(fasterIn(trial)).toBe('processor');
});
