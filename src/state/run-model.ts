import { checkShare } from '../core/cascade.ts';
import type { RunModel } from '../core/runs.ts';
import { cascadeModel } from '../models/cascade.ts';
import { keyOf, ownLabels, titleOf, uncertainBelow } from '../models/chosen.ts';
import { canCascade, type CascadeSettings } from './cascade-state.ts';
import type { Running } from './engine-state.ts';

export function modelOf({ model, device, dtype, engine }: Running): RunModel {
  const key = keyOf(model, dtype, engine);
  const { id } = model;
  const labels = ownLabels(model);
  const run = { key, id, title: titleOf(model), device, dtype };
  return { ...run, uncertainBelow: uncertainBelow(model), ...(labels && { labels }) };
}

/**
 * What a new run is scored with: the model that answers, or a cascade that ends in it.
 *
 * @param rows of the file, where they are counted
 */
export function modelForRun(
  running: Running,
  { on, under }: CascadeSettings,
  rows: number | undefined,
): RunModel {
  if (!on || !canCascade(running)) return modelOf(running);
  return cascadeModel({ under, check: checkShare(rows) });
}
