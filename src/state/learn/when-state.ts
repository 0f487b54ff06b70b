import type { Failure } from '../../core/failure.ts';
import type { MeasuredSpeeds } from '../../core/learn/when/measured-speeds.ts';
import { PRESETS } from '../../core/learn/when/presets.ts';
import type { TypedJob } from '../../core/learn/when/read-job.ts';
import type { Device } from '../../core/protocol.ts';

/** A job to choose a mode for, and how fast a review goes. */
export interface When {
  job: TypedJob;
  /** Undefined: the best there is. */
  source: SpeedSource | undefined;
  /** Of the benchmark: id of the engine looked at; undefined: the first. */
  engine: string | undefined;
  /** ms of one worker's time for a review, as typed. */
  typed: { alone: string; listed: string };
  quick: Quick;
}

export type SpeedSource = 'benchmark' | 'quick' | 'typed';

/** A measurement of a few seconds, with the model in use. */
export type Quick =
  | { phase: 'none' }
  /** For a model. */
  | { phase: 'waiting' }
  | { phase: 'running'; part: 'alone' | 'list' }
  | { phase: 'done'; result: QuickResult }
  | { phase: 'failed'; failure: Failure };

export interface QuickResult {
  speeds: MeasuredSpeeds;
  model: string;
  device: Device;
  /** Reviews timed one by one, and within the list. */
  alone: number;
  listed: number;
  /** ms since 1970 */
  measuredAt: number;
}

export const FIRST_WHEN: When = {
  job: { ...PRESETS[0]!.job, workers: '1' },
  source: undefined,
  engine: undefined,
  typed: { alone: '', listed: '' },
  quick: { phase: 'none' },
};
