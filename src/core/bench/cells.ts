import type { Cell } from './result.ts';
import { BASELINES, type BenchSettings, type Plan } from './settings.ts';

/** A model on a device, before it is loaded. */
export interface EngineId {
  id: string;
  model: string;
  device: BenchSettings['devices'][number] | 'javascript';
}

export const isBaseline = (model: string): boolean =>
  (BASELINES as readonly string[]).includes(model);

/** Every engine of a run, in the order of the settings. */
export function enginesOf({ models, devices }: BenchSettings): EngineId[] {
  return models.flatMap((model): EngineId[] =>
    isBaseline(model)
      ? [{ id: model, model, device: 'javascript' }]
      : devices
          // A hub model is no model of our kernel's.
          .filter((device) => device !== 'kernel' || model !== 'hub')
          .map((device) => ({ id: `${model} ${device}`, model, device })),
  );
}

export function cellId(cell: Omit<Cell, 'id'>): string {
  const { engine, scenario, workers, batchSize, plan, tokens, rate } = cell;
  return [
    engine,
    scenario,
    `${workers}w`,
    `b${batchSize}`,
    plan,
    ...(tokens === undefined ? [] : [`${tokens}t`]),
    ...(rate === undefined ? [] : [`${rate}/s`]),
  ].join(' ');
}

/** How the page itself scores a file: one text a forward pass of the library on WASM, else several (docs/decisions/0010). */
export const ownBatchSize = (device: EngineId['device'], sizes: readonly number[]): number =>
  device === 'webgpu' || device === 'kernel' ? Math.max(...sizes) : Math.min(...sizes);

/** One worker drives a GPU, and a baseline has only one. */
const hasWorkers = (device: EngineId['device']) => device === 'wasm' || device === 'kernel';

/**
 * What is measured in rounds. The first model gets every batch size with every plan, and every number of workers at the
 * batch size the page itself would use; the others get real time and that one batch. The Server scenario needs a measured
 * capacity first and is planned by serverRates.
 */
export function planCells(settings: BenchSettings): Cell[] {
  const { models, scenarios, workers, batchSizes, plans, texts } = settings;
  const lengths = texts.kind === 'tokens' ? texts.lengths : [undefined];
  const plan: Plan = plans.includes('sorted') ? 'sorted' : 'file';
  const fewest = Math.min(...workers);
  const cells = new Map<string, Cell>();

  const add = (cell: Omit<Cell, 'id'>) => {
    const id = cellId(cell);
    if (!cells.has(id)) cells.set(id, { id, ...cell });
  };
  for (const { id: engine, model, device } of enginesOf(settings))
    for (const tokens of lengths) {
      const common = { engine, ...(tokens !== undefined && { tokens }) };
      if (scenarios.includes('single-stream'))
        add({ ...common, scenario: 'single-stream', workers: 1, batchSize: 1, plan: 'file' });
      if (!scenarios.includes('offline')) continue;
      const own = ownBatchSize(device, batchSizes);
      const least = hasWorkers(device) ? fewest : 1;
      const offline = { ...common, scenario: 'offline' as const };
      add({ ...offline, workers: least, batchSize: own, plan });
      if (model !== models[0]) continue;
      for (const batchSize of batchSizes)
        // Alone, or among texts of one length, there is nothing to sort.
        for (const each of batchSize === 1 || tokens !== undefined ? [plan] : plans)
          add({ ...offline, workers: least, batchSize, plan: each });
      if (!hasWorkers(device)) continue;
      for (const each of workers) add({ ...offline, workers: each, batchSize: own, plan });
    }
  return [...cells.values()];
}
