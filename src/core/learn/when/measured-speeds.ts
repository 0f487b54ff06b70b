import type { Headline } from '../../bench/figures.ts';
import type { Speeds } from './plan-job.ts';

/** Speeds, and what they were measured with. */
export interface MeasuredSpeeds extends Speeds {
  /** Workers that shared the list. */
  workers: number;
  /** The model's files; undefined for one that has none. */
  modelBytes: number | undefined;
}

/**
 * What a benchmark says of one engine's speed. Workers are assumed to add up: a list that two finish in a second is two
 * seconds of one worker's time.
 *
 * @returns undefined where it has not measured both real time and a batch, or the clock was too coarse
 */
export function speedsOf({ engine, realTime, batch }: Headline): MeasuredSpeeds | undefined {
  if (!realTime.perReview || !batch?.perReview) return undefined;
  const alone = realTime.perReview.value / 1000;
  return {
    alone,
    aloneP95: Math.max(alone, realTime.latency.p95 / 1000),
    listed: (batch.perReview.value * batch.cell.workers) / 1000,
    workers: batch.cell.workers,
    modelBytes: engine.files?.bytes,
  };
}
