import type { CellFigures, Figures } from '../../../core/bench/figures.ts';
import type { EngineResult } from '../../../core/bench/result.ts';
import type { Series } from './series-chart.ts';

/** What is read off a cell. */
export type Reading = 'throughput' | 'latency';

export interface Varied {
  /** On the x axis. */
  of: 'batchSize' | 'workers' | 'tokens';
  /** One for each device and plan. */
  groups: readonly {
    name: string;
    device: EngineResult['device'];
    dashed: boolean;
    cells: readonly CellFigures[];
  }[];
}

const DEVICE_NAMES: Record<EngineResult['device'], string> = {
  wasm: 'WASM',
  webgpu: 'WebGPU',
  javascript: 'JavaScript',
};
const COLORS: Record<EngineResult['device'], string> = {
  wasm: 'var(--chart-1)',
  webgpu: 'var(--chart-2)',
  javascript: 'var(--chart-4)',
};

/**
 * The batch cells of one model (all its devices) that differ in one thing alone.
 *
 * @returns undefined where fewer than two values were measured
 */
export function variedOf({ cells }: Figures, model: string, of: Varied['of']): Varied | undefined {
  const own = cells.filter(
    ({ cell, engine }) => engine.model === model && cell.scenario === 'offline',
  );
  const value = ({ cell }: CellFigures) => cell[of] ?? 0;
  const [workers, sizes] = [
    Math.min(...own.map(({ cell }) => cell.workers)),
    Math.min(...own.map(({ cell }) => cell.batchSize)),
  ];
  const devices = [...new Set(own.map(({ engine }) => engine.device))];
  const groups = devices.flatMap((device) => {
    const mine = own.filter(({ engine }) => engine.device === device);
    if (of === 'workers') {
      const alike = mine.filter(({ cell }) => cell.batchSize === sizes);
      return [{ name: DEVICE_NAMES[device], device, dashed: false, cells: alike }];
    }
    const few = mine.filter(({ cell }) => cell.workers === workers || device === 'webgpu');
    if (of === 'tokens')
      return [...new Set(few.map(({ cell }) => cell.batchSize))].map((size, i) => ({
        name: `${DEVICE_NAMES[device]}, batches of ${size}`,
        device,
        dashed: i > 0,
        cells: few.filter(({ cell }) => cell.batchSize === size),
      }));
    const alone = few.filter(({ cell }) => cell.batchSize === 1);
    return (['sorted', 'file'] as const).flatMap((plan) => {
      const planned = few.filter(({ cell }) => cell.batchSize > 1 && cell.plan === plan);
      const name = `${DEVICE_NAMES[device]}, ${plan === 'sorted' ? 'sorted' : 'file order'}`;
      // A batch of one has no order: both lines begin there.
      return planned.length === 0
        ? []
        : [{ name, device, dashed: plan === 'file', cells: [...alone, ...planned] }];
    });
  });
  const values = new Set(groups.flatMap(({ cells }) => cells.map(value)));
  if (values.size < 2) return undefined;
  return {
    of,
    groups: groups.map((group) => ({
      ...group,
      cells: group.cells.toSorted((a, b) => value(a) - value(b)),
    })),
  };
}

export const seriesOf = ({ groups, of }: Varied, reading: Reading): Series[] =>
  groups.map(({ name, device, dashed, cells }) => ({
    name,
    color: COLORS[device],
    ...(dashed && { dash: '5,4' }),
    points: cells.flatMap((figures) => {
      const y = reading === 'throughput' ? figures.throughput : figures.latency.median;
      return y ? [{ x: figures.cell[of] ?? 0, y }] : [];
    }),
  }));
