import { pairedRatio } from './bootstrap.ts';
import { accuracyOf } from './cell-figures.ts';
import { ownBatchSize } from './cells.ts';
import { BONUS_MS, type CellFigures, type Headline, type Ratio } from './figures.ts';
import type { BenchResult, EngineResult } from './result.ts';

/** A length that reviews have, where texts of several lengths were measured. */
const TYPICAL_TOKENS = 32;

/** What a run says of batch against real time with one engine. @returns undefined where real time was not measured */
export function headlineOf(
  run: BenchResult,
  engine: EngineResult,
  all: readonly CellFigures[],
): Headline | undefined {
  const own = all.filter(({ cell }) => cell.engine === engine.id);
  const realTime = nearest(own.filter(({ cell }) => cell.scenario === 'single-stream'));
  if (!realTime) return undefined;
  const batches = own
    .filter(({ cell }) => cell.scenario === 'offline' && cell.tokens === realTime.cell.tokens)
    .map((figures) => ({ figures, ratio: ratioOf(realTime, figures, run.settings.seed) }));
  const chosen = asThePage(batches, engine);
  const others = batches
    .filter((batch) => batch !== chosen)
    .filter((batch): batch is { figures: CellFigures; ratio: Ratio } => batch.ratio !== undefined)
    .sort((a, b) => b.ratio.value - a.ratio.value);

  // With one review waiting there is no batch: such a cell does the same as real time.
  const wins = [...(chosen ? [chosen] : []), ...others]
    .filter(({ ratio }) => ratio?.clear && ratio.value > 1)
    .map(({ figures }) => ({ waiting: figures.cell.batchSize * figures.cell.workers, figures }))
    .filter(({ waiting }) => waiting > 1)
    .sort((a, b) => a.waiting - b.waiting);
  const labelled = run.texts.given.flatMap((label, i) => (label === null ? [] : [{ label, i }]));
  const correct = labelled.filter(({ label, i }) => engine.alone[i] === label).length;
  return {
    engine,
    realTime,
    batch: chosen?.figures,
    ratio: chosen?.ratio,
    others,
    accuracy: labelled.length === 0 ? undefined : accuracyOf(correct, labelled.length),
    underBound: realTime.latency.p95 <= run.settings.boundMs,
    underBonus: realTime.latency.median.value < BONUS_MS,
    breakEven: wins[0] ?? null,
  };
}

function nearest(list: readonly CellFigures[]): CellFigures | undefined {
  const distance = ({ cell }: CellFigures) =>
    Math.abs((cell.tokens ?? TYPICAL_TOKENS) - TYPICAL_TOKENS);
  return list.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** The page's own batch size with the most workers; sorted where both plans were measured. */
function asThePage<T extends { figures: CellFigures }>(
  batches: readonly T[],
  { device }: EngineResult,
): T | undefined {
  if (batches.length === 0) return undefined;
  const size = ownBatchSize(
    device,
    batches.map(({ figures }) => figures.cell.batchSize),
  );
  return batches
    .filter(({ figures }) => figures.cell.batchSize === size)
    .toSorted(
      (a, b) =>
        b.figures.cell.workers - a.figures.cell.workers ||
        Number(b.figures.cell.plan === 'sorted') - Number(a.figures.cell.plan === 'sorted'),
    )[0];
}

/** Over the rounds that both have done; undefined where there is none, or one too short for the clock. */
export function ratioOf(a: CellFigures, b: CellFigures, seed: number): Ratio | undefined {
  const other = new Map(
    b.result.rounds.map((round) => [round.round, round.wallMs / round.reviews]),
  );
  const shared = a.result.rounds.filter(({ round }) => other.has(round));
  const mine = shared.map(({ wallMs, reviews }) => wallMs / reviews);
  const theirs = shared.map(({ round }) => other.get(round)!);
  if (shared.length === 0 || [...mine, ...theirs].includes(0)) return undefined;
  return pairedRatio(mine, theirs, seed);
}
