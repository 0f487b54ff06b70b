import { DEFAULT_SETTINGS, type BenchSettings } from '../../../core/bench/settings.ts';

export interface Preset {
  name: string;
  about: string;
  settings: Partial<BenchSettings>;
}

/** @param cores of this machine */
export function presets(cores: number): readonly Preset[] {
  const { workers, batchSizes, plans, scenarios, texts, seconds } = DEFAULT_SETTINGS;
  const common = { plans, scenarios };
  return [
    {
      name: 'Quick',
      about: 'about a minute',
      settings: { ...common, workers, batchSizes, texts, seconds },
    },
    {
      name: 'Thorough',
      about: 'about six minutes',
      settings: {
        ...common,
        workers: [1, 2, 4, 8].filter((n) => n === 1 || n <= cores),
        batchSizes: [1, 2, 4, 8, 16, 32, 64],
        texts: { kind: 'everyday', count: 1000 },
        seconds: 300,
      },
    },
    {
      name: 'Text lengths',
      about: 'about two minutes',
      settings: {
        ...common,
        scenarios: ['single-stream', 'offline'],
        workers: [1],
        batchSizes: [1, 8],
        texts: { kind: 'tokens', lengths: [8, 16, 32, 64, 128, 256, 512] },
        models: DEFAULT_SETTINGS.models.slice(0, 2),
        seconds: 90,
      },
    },
    {
      name: 'Two engines',
      about: 'about a minute',
      settings: {
        ...common,
        scenarios: ['single-stream', 'offline'],
        workers: [1],
        batchSizes: [1, 8],
        texts: { kind: 'everyday', count: 96 },
        models: DEFAULT_SETTINGS.models.slice(0, 2),
        devices: ['kernel', 'wasm'],
        seconds: 45,
      },
    },
  ];
}

/** Whether a preset's own settings are all as chosen. */
export const isChosen = (preset: Preset, settings: BenchSettings): boolean =>
  Object.entries(preset.settings).every(
    ([key, value]) =>
      JSON.stringify(settings[key as keyof BenchSettings]) === JSON.stringify(value),
  );
