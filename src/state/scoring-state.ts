import type { Failure } from '../core/failure.ts';
import type { ReadProgress } from '../core/intake.ts';
import type { Run } from '../core/runs.ts';

/** What one worker did with the last second or so; the rest of it it was idle. */
export interface WorkerShare {
  /** 0 to 1 each. */
  batch: number;
  /** Live typing and what belongs to it. */
  live: number;
}

export interface Pace {
  /** Rows in the whole file: exact once it is read, an estimate from its bytes until then. */
  total: number;
  exact: boolean;
  rowsPerSecond: { now: number; overall: number };
  /** [low, high]; undefined until something is measured. */
  secondsLeft: readonly [number, number] | undefined;
  workers: readonly WorkerShare[];
  /** What live typing was given since the run was last started or gone on with. */
  yielded: { requests: number; ms: number };
}

/** Why a run waits. */
export type PauseReason =
  | { why: 'user' }
  /** Another model, or another number format of it, answers now: results of two are never mixed in one run. */
  | { why: 'other-model' }
  | { why: 'failed'; failure: Failure };

export type Activity =
  /** Finished, stopped, or waiting to be gone on with; whether the page still has the file, if it is not read whole. */
  | { kind: 'idle'; hasFile: boolean }
  | {
      kind: 'working';
      /** Absent once the file is read. */
      reading: ReadProgress | undefined;
      pace: Pace | undefined;
      waitsForModel: boolean;
    }
  | { kind: 'paused'; reason: PauseReason }
  /** Another tab holds the run. */
  | { kind: 'elsewhere' };

export type Scoring =
  | { phase: 'none' }
  | { phase: 'opening'; id: string | undefined }
  | { phase: 'failed'; id: string | undefined; failure: Failure }
  | { phase: 'open'; run: Run; activity: Activity };

export const NO_SCORING: Scoring = { phase: 'none' };

/** @returns whole percent of the run that is being scored now, or nothing */
export function percentDone(scoring: Scoring): number | undefined {
  if (scoring.phase !== 'open' || scoring.activity.kind !== 'working') return undefined;
  const total = Math.max(scoring.activity.pace?.total ?? scoring.run.rows, scoring.run.done, 1);
  return Math.floor((100 * scoring.run.done) / total);
}
