import { expect, it } from 'vitest';
import { enginesOf, planCells } from './cells.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const settings = { ...DEFAULT_SETTINGS, devices: ['wasm' as const, 'webgpu' as const] };
const cells = planCells(settings);

it('has each cell once', () => {
  expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
});

it('measures real time and a batch with every engine', () => {
  for (const { id } of enginesOf(settings))
    for (const scenario of ['single-stream', 'offline'])
      expect(cells.some((cell) => cell.engine === id && cell.scenario === scenario)).toBe(true);
});

it('varies the first model in everything, the others in nothing', () => {
  const of = (engine: string) =>
    cells.filter((cell) => cell.engine === engine && cell.scenario === 'offline');
  const kinds = of('sentiscope-base wasm').map(
    ({ batchSize, plan, workers }) => `${batchSize} ${plan} ${workers}`,
  );
  expect(kinds.toSorted()).toEqual([
    '1 sorted 1',
    '1 sorted 2',
    '16 file 1',
    '16 sorted 1',
    '4 file 1',
    '4 sorted 1',
  ]);
  expect(of('sentiscope-small wasm')).toHaveLength(1);
  expect(of('vader')).toHaveLength(1);
});

it('drives a GPU, and a baseline, with one worker', () => {
  const several = planCells({ ...settings, workers: [2, 4] });
  const workers = several
    .filter(({ engine }) => !engine.endsWith('wasm'))
    .map((cell) => cell.workers);
  expect(new Set(workers)).toEqual(new Set([1]));
});

it('takes every length for itself', () => {
  const lengths = planCells({ ...DEFAULT_SETTINGS, texts: { kind: 'tokens', lengths: [8, 64] } });
  expect(new Set(lengths.map(({ tokens }) => tokens))).toEqual(new Set([8, 64]));
});
