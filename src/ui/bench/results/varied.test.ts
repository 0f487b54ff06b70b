import { expect, it } from 'vitest';
import { madeFigures } from './made-headline.ts';
import { levelsOf, seriesOf, variedOf } from './varied.ts';

const { result, figures, headline } = madeFigures();

it('draws a line for each plan against batch size, both from a batch of one', () => {
  const varied = variedOf(figures, headline, 'batchSize')!;
  const series = seriesOf(varied, 'throughput');
  expect(series.map(({ name }) => name)).toEqual(['sorted', 'file order']);
  expect(series.map(({ dash }) => dash !== undefined)).toEqual([false, true]);
  for (const { points } of series) expect(points.map(({ x }) => x)).toEqual([1, 4]);
  // The made machine pays for padding, so that order matters to it.
  const [sorted, file] = series.map(({ points }) => points.at(-1)!.y.value);
  expect(sorted).toBeGreaterThan(file!);
});

it('draws workers at the page’s own batch size, with real time beside them', () => {
  const varied = variedOf(figures, headline, 'workers')!;
  const [line] = seriesOf(varied, 'throughput');
  expect(line!.points.map(({ x }) => x)).toEqual([1, 2]);
  const [level] = levelsOf(varied, 'throughput');
  expect(level).toMatchObject({ name: 'real time' });
  expect(level!.y).toBeCloseTo(headline.realTime.throughput!.value);
});

it('draws nothing of which fewer than two values were measured', () => {
  expect(variedOf(figures, headline, 'tokens')).toBeUndefined();
  const alone = { ...figures, cells: figures.cells.filter(({ cell }) => cell.batchSize === 1) };
  expect(variedOf(alone, headline, 'batchSize')).toBeUndefined();
});

it('keeps texts of different lengths apart, and draws them against length', () => {
  const longer = madeFigures({
    cells: [8, 64].flatMap((tokens) =>
      result.cells
        .filter(
          ({ cell }) =>
            cell.scenario !== 'server' &&
            (cell.plan === 'sorted' || cell.scenario === 'single-stream'),
        )
        .map((cell) => ({
          ...cell,
          cell: { ...cell.cell, id: `${cell.cell.id} ${tokens}t`, tokens },
        })),
    ),
  });
  const sizes = variedOf(longer.figures, longer.headline, 'batchSize')!;
  expect(seriesOf(sizes, 'latency')[0]!.points.map(({ x }) => x)).toEqual([1, 4]);
  const lengths = variedOf(longer.figures, longer.headline, 'tokens')!;
  expect(seriesOf(lengths, 'latency').map(({ name }) => name)).toEqual(['real time', 'batch of 4']);
  for (const { points } of seriesOf(lengths, 'latency'))
    expect(points.map(({ x }) => x)).toEqual([8, 64]);
});

it('names the devices where there are two', () => {
  const [engine] = result.engines;
  const gpu = { ...engine!, id: 'sentiscope-base webgpu', device: 'webgpu' as const };
  const both = madeFigures({
    engines: [...result.engines, gpu],
    cells: [
      ...result.cells,
      ...result.cells
        .filter(({ cell }) => cell.engine === engine!.id && cell.workers === 1)
        .map((cell) => ({
          ...cell,
          cell: { ...cell.cell, id: `g ${cell.cell.id}`, engine: gpu.id },
        })),
    ],
  });
  const varied = variedOf(both.figures, both.headline, 'batchSize')!;
  expect(varied.lines.map(({ name }) => name)).toEqual([
    'WASM, sorted',
    'WASM, file order',
    'WebGPU, sorted',
    'WebGPU, file order',
  ]);
  expect(varied.levels.map(({ name }) => name)).toEqual(['WASM, real time', 'WebGPU, real time']);
});
