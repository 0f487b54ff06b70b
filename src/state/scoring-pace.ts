import type { ReadProgress } from '../core/intake.ts';
import type { Run } from '../core/runs.ts';
import type { WorkerActivity } from '../core/scorer.ts';
import type { Pace, WorkerShare } from './scoring-state.ts';

/** Rows/s "now" is the rate over about this long. */
const RECENT_MS = 10_000;

/**
 * Follows one stretch of scoring, from its start or from going on to the next pause.
 *
 * @param activity of the pool's workers, cumulative
 */
export function createPaceMeter(activity: () => readonly WorkerActivity[]) {
  const startedAt = performance.now();
  const first = sum(activity());
  let firstDone: number | undefined;
  let marks: { at: number; done: number }[] = [];
  let last = { at: startedAt, workers: activity() };

  /** @param reading how far the file is read, while it is */
  function measure(run: Run, reading: ReadProgress | undefined): Pace {
    const at = performance.now();
    firstDone ??= run.done;
    marks = [...marks.filter((mark) => at - mark.at < RECENT_MS), { at, done: run.done }];

    const overall = rate(run.done - firstDone, at - startedAt);
    const oldest = marks[0]!;
    const now = rate(run.done - oldest.done, at - oldest.at) || overall;
    const total = reading
      ? Math.round(reading.rows / Math.max(reading.bytes / reading.totalBytes, 1e-9))
      : run.rows;

    const workers = activity();
    const shares = sharesOf(last.workers, workers, at - last.at);
    if (at - last.at > 500) last = { at, workers };
    const live = sum(workers);
    return {
      total,
      exact: !reading,
      rowsPerSecond: { now, overall },
      secondsLeft: overall > 0 ? range(total - run.done, now, overall) : undefined,
      workers: shares,
      yielded: {
        requests: Math.max(0, live.calls - first.calls), // a worker that died took its counts along
        ms: Math.max(0, live.ms - first.ms),
      },
    };
  }

  return measure;
}

const rate = (rows: number, ms: number) => (ms > 0 ? (rows * 1000) / ms : 0);

/** Between what the recent and the overall rate promise, and a tenth more either way: rows differ in length. */
function range(rows: number, now: number, overall: number): [number, number] {
  const [slow, fast] = [Math.min(now, overall), Math.max(now, overall)];
  return [(rows / fast) * 0.9, (rows / slow) * 1.1];
}

function sum(workers: readonly WorkerActivity[]) {
  return {
    ms: workers.reduce((total, { liveMs }) => total + liveMs, 0),
    calls: workers.reduce((total, { liveCalls }) => total + liveCalls, 0),
  };
}

function sharesOf(
  before: readonly WorkerActivity[],
  after: readonly WorkerActivity[],
  elapsedMs: number,
): WorkerShare[] {
  return after.map((worker, i) => {
    // A worker that has taken another's seat starts at 0.
    const share = (part: 'batchMs' | 'liveMs') => {
      const ms = worker[part] - (before[i]?.[part] ?? 0);
      return Math.min(1, Math.max(0, ms / Math.max(elapsedMs, 1)));
    };
    return { batch: share('batchMs'), live: share('liveMs') };
  });
}
