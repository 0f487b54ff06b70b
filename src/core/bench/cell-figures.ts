import { wilson } from '../analysis/wilson.ts';
import { estimateMedian, middleOf } from './bootstrap.ts';
import { describe, groupSizeOf } from './describe.ts';
import { driftOf } from './drift.ts';
import type { CellFigures, Estimate, Parts } from './figures.ts';
import { paddingShare } from './padding.ts';
import type { BenchResult, Cell, CellResult, EngineResult, Sample } from './result.ts';
import { grouped } from './tick.ts';

/** Fewer samples than this: the time cap came first. */
const ENOUGH = 30;

/** What the samples of one cell say. @returns undefined for a cell without samples */
export function cellFigures(
  run: BenchResult,
  engine: EngineResult,
  result: CellResult,
): CellFigures | undefined {
  const { cell, check } = result;
  const { seed } = run.settings;
  const samples = result.samples.toSorted((a, b) => a.atMs - b.atMs);
  if (samples.length === 0) return undefined;
  const raw = samples.map(({ ms }) => ms);
  const groupedBy = groupSizeOf(raw, run.machine.tickMs);
  const drawn = grouped(raw, groupedBy);
  const perReview = perReviewOf(result, seed);
  return {
    result,
    cell,
    engine,
    latency: describe(drawn, groupedBy, seed),
    drawn,
    amortised: grouped(
      samples.map(({ ms, texts }) => ms / texts.length),
      groupedBy,
    ),
    perReview,
    throughput: perReview && perSecond(perReview),
    drift: driftOf(costsOf(cell, samples, groupedBy), seed),
    capped: samples.length < ENOUGH,
    paddingShare: paddingShare(
      samples.map(({ tokens, paddedTokens }) => ({ tokens, padded: paddedTokens })),
    ),
    ...partsOf(run, result, samples),
    accuracy: check.labelled === 0 ? undefined : accuracyOf(check.correct, check.labelled),
  };
}

/** @returns undefined for server, which has no rounds, and where the clock was too coarse to see them */
function perReviewOf({ cell, rounds }: CellResult, seed: number): Estimate | undefined {
  if (cell.scenario === 'server' || rounds.length === 0) return undefined;
  const perReview = estimateMedian(
    rounds.map(({ wallMs, reviews }) => wallMs / reviews),
    seed,
  );
  return perReview.low > 0 ? perReview : undefined;
}

/** ms a token, in time order, of each sample or group of them. */
function costsOf(cell: Cell, samples: readonly Sample[], size: number): number[] {
  const work = samples.map(({ ms, queueMs }) => workMs(ms, queueMs, cell));
  const tokens = grouped(
    samples.map((sample) => sample.tokens),
    size,
  );
  return grouped(work, size).map((ms, i) => ms / Math.max(1, tokens[i]!));
}

/** A server request's time holds its wait in the queue; what the model took is the rest. */
const workMs = (ms: number, queueMs: number, { scenario }: Cell) =>
  scenario === 'server' ? Math.max(0, ms - queueMs) : ms;

const perSecond = ({ value, low, high }: Estimate): Estimate => ({
  value: 1000 / value,
  low: 1000 / high,
  high: 1000 / low,
});

export function accuracyOf(correct: number, reviews: number): Estimate & { reviews: number } {
  const { share, low, high } = wilson(correct, reviews);
  return { value: share, low, high, reviews };
}

/**
 * Where a review's time goes, as means over the requests. Amortised parts of several workers are divided by their number,
 * so that they add up to about the time a review took on the wall clock.
 */
function partsOf(
  run: BenchResult,
  { cell }: CellResult,
  samples: readonly Sample[],
): { parts: Parts; waitParts: Parts } {
  const paint = run.paintMs.length === 0 ? 0 : middleOf(run.paintMs);
  const sum = (of: (sample: Sample) => number) =>
    samples.reduce((total, sample) => total + of(sample), 0);
  const message = (s: Sample) =>
    Math.max(0, workMs(s.ms, s.queueMs, cell) - s.tokenizeMs - s.inferenceMs - s.postprocessMs);
  const over = (count: number) => ({
    tokenize: sum((s) => s.tokenizeMs) / count,
    inference: sum((s) => s.inferenceMs) / count,
    postprocess: sum((s) => s.postprocessMs) / count,
    message: sum(message) / count,
  });
  const reviews = sum((s) => s.texts.length);
  const queue = sum((s) => s.queueMs) / samples.length;
  const server = cell.scenario === 'server';
  return {
    parts: {
      queue: server ? queue : 0,
      ...over(reviews * cell.workers),
      paint: (paint * samples.length) / reviews,
    },
    waitParts: { queue, ...over(samples.length), paint },
  };
}
