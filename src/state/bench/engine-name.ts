import { isBaseline, type EngineId } from '../../core/bench/cells.ts';
import { titleOf } from '../../models/chosen.ts';
import type { BenchDeps } from './deps.ts';
import { chosenOf } from './open-model.ts';

/** What an engine is called while it is got ready: "Sentiscope base on WASM", "VADER". */
export function engineName(deps: Pick<BenchDeps, 'store'>, { model, device }: EngineId): string {
  if (isBaseline(model)) return baselineTitle(model);
  return `${titleOf(chosenOf(deps, model))} on ${deviceTitle(device)}`;
}

const deviceTitle = (device: EngineId['device']) =>
  device === 'webgpu' ? 'WebGPU' : device === 'kernel' ? 'our own kernel' : 'WASM';

export const baselineTitle = (model: string): string =>
  model === 'vader' ? 'VADER' : 'Bag of words';
