import { isBaseline, type EngineId } from '../../core/bench/cells.ts';
import type { Baseline } from '../../core/bench/settings.ts';
import { openBaseline } from './open-baseline.ts';
import { openModel, type OpenDeps } from './open-model.ts';
import type { OpenEngine, OpenOrder } from './open-engine.ts';

export const openEngine = (deps: OpenDeps, id: EngineId, order: OpenOrder): Promise<OpenEngine> =>
  isBaseline(id.model)
    ? openBaseline(deps, id.model as Baseline, order) // isBaseline has just looked
    : openModel(deps, id, order);
