import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type BenchSettings } from '../../core/bench/settings.ts';
import { AppError } from '../../core/failure.ts';
import type { Settings } from '../settings.ts';
import { checkSettings } from './check-settings.ts';

const BUNDLED: Settings['model'] = { source: 'bundled', id: 'sentiscope-base' };
const HUB: Settings['model'] = {
  source: 'hub',
  id: 'a/b',
  host: 'https://hub.example/',
  classes: ['negative', 'positive'],
  files: [],
};
const check = (change: Partial<BenchSettings>, chosen: Settings['model'] = BUNDLED) =>
  checkSettings({ ...DEFAULT_SETTINGS, ...change }, chosen);
/** What is refused, as the subject of a sentence. */
function refused(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError && error.failure.code === 'bad-input')
      return error.failure.subject;
  }
  return undefined;
}

describe('settings of a run', () => {
  it('pass as they are', () => {
    expect(check({})).toEqual(DEFAULT_SETTINGS);
    expect(check({ models: ['hub', 'vader'] }, HUB).models).toEqual(['hub', 'vader']);
  });

  it('lose repeats', () => {
    const texts = { kind: 'tokens' as const, lengths: [8, 16, 8] };
    const checked = check({ models: ['vader', 'vader'], batchSizes: [4, 1, 4], texts });
    expect(checked).toMatchObject({
      models: ['vader'],
      batchSizes: [4, 1],
      texts: { lengths: [8, 16] },
    });
  });

  it('are refused by the path of what is wrong', () => {
    const texts = { kind: 'everyday' as const, count: 5 };
    expect(refused(() => check({ texts }))).toMatch(/texts\.count/);
    expect(refused(() => check({ models: [] }))).toMatch(/models/);
    expect(refused(() => checkSettings('nonsense', BUNDLED))).toMatch(/settings/);
  });

  it('are refused where nothing can be loaded for them', () => {
    expect(refused(() => check({ models: ['gone'] }))).toMatch(/gone/);
    expect(refused(() => check({ models: ['hub'] }))).toMatch(/hub model that is not chosen/);
    const webgpu = { models: ['hub'], devices: ['webgpu' as const] };
    expect(refused(() => check(webgpu, HUB))).toMatch(/WebGPU/);
  });

  it('are refused where nothing would be measured', () => {
    const served = { models: ['vader'], scenarios: ['server' as const] };
    expect(refused(() => check(served))).toMatch(/Server scenario/);
  });
});
