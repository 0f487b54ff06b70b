import * as v from 'valibot';
import { isBaseline } from '../../core/bench/cells.ts';
import { BenchSettings } from '../../core/bench/settings.ts';
import { BUNDLED } from '../../models/catalogue.ts';
import type { Settings } from '../settings.ts';
import { refuse } from './refuse.ts';

/**
 * What a run may begin with. Settings come from the view, from a link and from the console.
 *
 * @param chosen the model of the Engine card: the one that 'hub' stands for
 * @returns the settings, each value of a list once
 * @throws AppError bad-input, with the path of what is wrong or a sentence
 */
export function checkSettings(given: unknown, chosen: Settings['model']): BenchSettings {
  const result = v.safeParse(BenchSettings, given);
  if (!result.success) {
    const [issue] = result.issues;
    refuse(`The setting “${v.getDotPath(issue) ?? 'settings'}”`, issue.message);
  }
  const settings = withoutRepeats(result.output);
  const { models, devices, scenarios } = settings;
  for (const id of models)
    if (id !== 'hub' && !isBaseline(id) && !BUNDLED.some((model) => model.id === id))
      refuse(`The model “${id}”`, `There is no model ${id}.`);
  if (models.includes('hub')) {
    if (chosen.source !== 'hub')
      refuse('A hub model that is not chosen on the Engine card', 'Choose it there first.');
    if (devices.includes('webgpu'))
      refuse('A hub model on WebGPU', 'It has no probe set to hold WebGPU against: choose WASM.');
  }
  if (models.every(isBaseline) && scenarios.every((scenario) => scenario === 'server'))
    refuse(
      'The Server scenario without a model',
      'It needs a model, and only baselines are chosen.',
    );
  return settings;
}

function withoutRepeats(settings: BenchSettings): BenchSettings {
  const once = <T>(list: readonly T[]) => [...new Set(list)];
  const { texts } = settings;
  return {
    ...settings,
    models: once(settings.models),
    devices: once(settings.devices),
    scenarios: once(settings.scenarios),
    workers: once(settings.workers),
    batchSizes: once(settings.batchSizes),
    plans: once(settings.plans),
    rates: once(settings.rates),
    texts: texts.kind === 'tokens' ? { ...texts, lengths: once(texts.lengths) } : texts,
  };
}
