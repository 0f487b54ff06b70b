import { describe, expect, it } from 'vitest';
import { BASE } from '../models/catalogue.ts';
import { chosenModel, DEFAULT_SETTINGS, readSettings } from './settings.ts';

describe('readSettings', () => {
  it('keeps a whole valid setting', () => {
    const kept = {
      model: { source: 'bundled', id: 'sentiscope-small' },
      device: 'wasm',
      workers: 3,
    };
    expect(readSettings(kept)).toEqual(kept);
  });

  it.each([
    null,
    'x',
    { device: 'auto' },
    { ...DEFAULT_SETTINGS, workers: 9 },
    { ...DEFAULT_SETTINGS, model: { source: 'hub', id: 'a/b', host: 'no address' } },
  ])('falls back to the defaults for anything else: %j', (kept) => {
    expect(readSettings(kept)).toEqual(DEFAULT_SETTINGS);
  });

  it('names the accurate model by default', () => {
    expect(chosenModel(DEFAULT_SETTINGS)).toBe(BASE);
  });
});
