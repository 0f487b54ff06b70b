import { ownBatchSize } from '../../../core/bench/cells.ts';
import type { CellFigures, Figures, Headline } from '../../../core/bench/figures.ts';
import type { EngineResult } from '../../../core/bench/result.ts';
import type { Series, SeriesChart } from './series-chart.ts';

/** What is read off a cell: its throughput, or the median latency of its requests. */
export type Reading = 'throughput' | 'latency';
/** What is on the x axis. */
export type Axis = 'batchSize' | 'workers' | 'tokens';

interface Line {
  name: string;
  color: string;
  dash?: string;
  cells: readonly CellFigures[];
}

/** The cells of one model, on all its devices, that differ in one thing alone. */
export interface Varied {
  of: Axis;
  lines: readonly Line[];
  /** Real time for comparison, one for each device; on the axis of lengths it is a line itself. */
  levels: readonly { name: string; figures: CellFigures }[];
}

const DEVICES: Record<EngineResult['device'], { name: string; color: string }> = {
  kernel: { name: 'Own kernel', color: 'var(--chart-3)' },
  wasm: { name: 'WASM', color: 'var(--chart-1)' },
  webgpu: { name: 'WebGPU', color: 'var(--chart-2)' },
  javascript: { name: 'JavaScript', color: 'var(--chart-4)' },
};
/** Real time's look. */
const LEVEL_COLOR = 'var(--chart-6)';
const LEVEL_DASH = '2,3';

/** @returns undefined where fewer than two values were measured */
export function variedOf(
  { headlines, cells: all }: Figures,
  { engine: { model } }: Headline,
  of: Axis,
): Varied | undefined {
  const own = headlines.filter(({ engine }) => engine.model === model);
  // The device goes without saying where there is but one.
  const named = (device: EngineResult['device'], what: string) =>
    own.length > 1 ? `${DEVICES[device].name}, ${what}` : what;

  const lines = own.flatMap(({ engine, realTime }) => {
    const cells = all.filter((figures) => figures.engine.id === engine.id);
    return LINES[of](cells, realTime).map((line): Line => ({
      color: DEVICES[engine.device].color,
      ...line,
      name: named(engine.device, line.name),
      cells: line.cells.toSorted((a, b) => valueOf(a, of) - valueOf(b, of)),
    }));
  });
  const several = lines.filter(({ cells }) => cells.length > 1);
  if (several.length === 0) return undefined;
  const levels = own.map(({ engine, realTime }) => ({
    name: named(engine.device, 'real time'),
    figures: realTime,
  }));
  return { of, lines: several, levels: of === 'tokens' ? [] : levels };
}

const valueOf = ({ cell }: CellFigures, of: Axis): number => cell[of] ?? 0;

type Drawn = { name: string; dash?: string; color?: string; cells: readonly CellFigures[] };
const DASH = '5,4';

/** Of one engine's cells, the lines that differ in the axis alone. */
const LINES: Record<Axis, (cells: readonly CellFigures[], realTime: CellFigures) => Drawn[]> = {
  batchSize: (cells, realTime) => {
    const few = fewest(alike(cells, realTime));
    // A batch of one has no order, nor have texts of one length: all lines begin there.
    const alone = few.filter(({ cell }) => cell.batchSize === 1);
    const lines = (['sorted', 'file'] as const).map((plan): Drawn => ({
      name: plan === 'sorted' ? 'sorted' : 'file order',
      ...(plan === 'file' && { dash: DASH }),
      cells: few.filter(({ cell }) => cell.batchSize > 1 && cell.plan === plan),
    }));
    return lines.flatMap((line) =>
      line.cells.length === 0
        ? []
        : [
            {
              ...line,
              name: realTime.cell.tokens === undefined ? line.name : 'batch',
              cells: [...alone, ...line.cells],
            },
          ],
    );
  },
  workers: (cells, realTime) => {
    const same = alike(cells, realTime);
    const size = ownSize(same, realTime);
    const sized = same.filter(({ cell }) => cell.batchSize === size);
    const sorted = sized.filter(({ cell }) => cell.plan === 'sorted');
    return [{ name: 'batch', cells: sorted.length > 0 ? sorted : sized }];
  },
  tokens: (cells, realTime) => {
    const long = cells.filter(({ cell }) => cell.tokens !== undefined);
    const few = fewest(long.filter(({ cell }) => cell.scenario === 'offline'));
    const largest = Math.max(...few.map(({ cell }) => cell.batchSize));
    const size = largest > 1 ? largest : ownSize(few, realTime);
    return [
      {
        name: 'real time',
        dash: LEVEL_DASH,
        color: LEVEL_COLOR,
        cells: long.filter(({ cell }) => cell.scenario === 'single-stream'),
      },
      { name: `batch of ${size}`, cells: few.filter(({ cell }) => cell.batchSize === size) },
    ];
  },
};

/** Batches of texts as long as those of real time. */
const alike = (cells: readonly CellFigures[], realTime: CellFigures) =>
  cells.filter(({ cell }) => cell.scenario === 'offline' && cell.tokens === realTime.cell.tokens);

function fewest(cells: readonly CellFigures[]): readonly CellFigures[] {
  const workers = Math.min(...cells.map(({ cell }) => cell.workers));
  return cells.filter(({ cell }) => cell.workers === workers);
}

const ownSize = (cells: readonly CellFigures[], { engine }: CellFigures) =>
  ownBatchSize(
    engine.device,
    cells.map(({ cell }) => cell.batchSize),
  );

const read = (figures: CellFigures, reading: Reading) =>
  reading === 'throughput' ? figures.throughput : figures.latency.median;

export const seriesOf = ({ lines, of }: Varied, reading: Reading): Series[] =>
  lines.map(({ cells, ...line }) => ({
    ...line,
    points: cells.flatMap((figures) => {
      const y = read(figures, reading);
      return y ? [{ x: valueOf(figures, of), y }] : [];
    }),
  }));

export const levelsOf = (
  { levels }: Varied,
  reading: Reading,
): NonNullable<SeriesChart['levels']> =>
  levels.flatMap(({ name, figures }) => {
    const y = read(figures, reading);
    return y ? [{ name, y: y.value, color: LEVEL_COLOR, dash: LEVEL_DASH }] : [];
  });
