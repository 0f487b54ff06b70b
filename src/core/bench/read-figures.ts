import { cellFigures } from './cell-figures.ts';
import { middleOf } from './bootstrap.ts';
import type { CellFigures, Figures, ServerFigures } from './figures.ts';
import { headlineOf } from './headline.ts';
import type { BenchResult } from './result.ts';
import { limitOf } from './server.ts';

/** Everything that the numbers of a run say. Takes seconds for thousands of samples: for a worker. */
export function readFigures(run: BenchResult): Figures {
  const engines = new Map(run.engines.map((engine) => [engine.id, engine]));
  const cells = run.cells.flatMap((result) => {
    const engine = engines.get(result.cell.engine);
    return (engine && cellFigures(run, engine, result)) ?? [];
  });
  const { beforeMs, afterMs } = run.calibration;
  return {
    cells,
    headlines: run.engines.flatMap((engine) => headlineOf(run, engine, cells) ?? []),
    servers: run.engines.flatMap((engine) => serverOf(run, engine.id, cells) ?? []),
    machineChange:
      beforeMs.length > 0 && afterMs.length > 0
        ? middleOf(afterMs) / middleOf(beforeMs)
        : undefined,
  };
}

function serverOf(
  { settings }: BenchResult,
  id: string,
  cells: readonly CellFigures[],
): ServerFigures | undefined {
  const points = cells
    .filter(({ cell }) => cell.scenario === 'server' && cell.engine === id)
    .map((figures) => ({
      rate: figures.cell.rate!, // a server cell has one
      figures,
      holds: figures.latency.p95 <= settings.boundMs,
    }))
    .sort((a, b) => a.rate - b.rate);
  const [first] = points;
  return first && { engine: first.figures.engine, points, ...limitOf(points) };
}
