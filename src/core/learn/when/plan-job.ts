import { waitsOf, workersFor, type Waits } from './queue.ts';

/** What has to be scored, and how soon. Times in seconds. */
export interface Job {
  reviewsPerDay: number;
  /** Share of them that somebody waits for, 0 to 1. The rest is read later, as a list. */
  waitedFor: number;
  /** Arrivals a second of those waited for, in the busiest hour. */
  peakPerSecond: number;
  /** An answer that is waited for may take so long. */
  patience: number;
  /** From the start of one batch to the start of the next. */
  interval: number;
  /** A batch may take so long: at most the interval. */
  window: number;
  workers: number;
}

/** Seconds of one worker's time for a review. */
export interface Speeds {
  /** By itself, as in real time: the mean, and what 95 of 100 take at most. */
  alone: number;
  aloneP95: number;
  /** Within a list. */
  listed: number;
}

/** One way of batch. Times in seconds. */
export interface BatchPlan {
  /** In one run. */
  reviews: number;
  run: number;
  /** Run over interval: from 1 on, runs pile up. */
  utilisation: number;
  /** From a review's arrival to its answer, for one that comes at any moment between two starts, and for the unluckiest. */
  meanWait: number;
  worstWait: number;
  hoursPerMonth: number;
  /** A run is done within its window. */
  holds: boolean;
}

export interface RealTimePlan {
  queue: Waits;
  /** Seconds from arrival to answer: the mean, and what 95 of 100 wait at most. */
  mean: number;
  p95: number;
  /** Hours that a machine stands ready, and those of them in which it works. */
  hoursPerMonth: number;
  busyHoursPerMonth: number;
  /** 95 of 100 are answered in time. */
  holds: boolean;
}

export interface Plan {
  verdict: 'nothing' | 'batch' | 'real-time' | 'both' | 'neither';
  /** Everything in batch. */
  batch: BatchPlan;
  /** Only what nobody waits for. */
  rest: BatchPlan;
  /** Only what somebody waits for. */
  realTime: RealTimePlan;
  /** Those waited for get their answer in time from a batch of everything. */
  batchIsSoonEnough: boolean;
  /** Fewest workers with which `rest` and `realTime` would hold; undefined: no number of them. */
  workersNeeded: { batch: number; realTime: number | undefined };
}

export const DAY = 86_400;
/** A twelfth of a year. */
export const DAYS_PER_MONTH = 365.25 / 12;
const HOUR = 3600;
/** A patience is kept if 95 of 100 are answered within it. */
const PROMISED = 0.95;

/** What batch and real time each make of a job, and which of them it needs. @param job with workers of at least 1 */
export function planJob(job: Job, speeds: Speeds): Plan {
  const { reviewsPerDay, waitedFor, patience } = job;
  const batch = batchOf(job, speeds, reviewsPerDay);
  const rest = batchOf(job, speeds, reviewsPerDay * (1 - waitedFor));
  const realTime = realTimeOf(job, speeds);
  const batchIsSoonEnough = batch.worstWait <= patience;
  const arrivals = { rate: job.peakPerSecond, service: speeds.alone };
  return {
    verdict: verdictOf(job, { batch, rest, realTime, batchIsSoonEnough }),
    batch,
    rest,
    realTime,
    batchIsSoonEnough,
    workersNeeded: {
      batch: Math.max(1, Math.ceil((rest.reviews * speeds.listed) / job.window)),
      realTime: workersFor(arrivals, PROMISED, patience - speeds.aloneP95),
    },
  };
}

function verdictOf(
  { reviewsPerDay, waitedFor }: Job,
  found: Pick<Plan, 'batch' | 'rest' | 'realTime' | 'batchIsSoonEnough'>,
): Plan['verdict'] {
  if (reviewsPerDay === 0) return 'nothing';
  const { batch, rest, realTime, batchIsSoonEnough } = found;
  if (batch.holds && (waitedFor === 0 || batchIsSoonEnough)) return 'batch';
  if (waitedFor === 0 || !realTime.holds) return 'neither';
  if (waitedFor === 1) return 'real-time';
  return rest.holds ? 'both' : 'neither';
}

function batchOf(
  { interval, window, workers }: Job,
  { listed }: Speeds,
  perDay: number,
): BatchPlan {
  const reviews = (perDay * interval) / DAY;
  const run = (reviews * listed) / workers;
  return {
    reviews,
    run,
    utilisation: run / interval,
    meanWait: interval / 2 + run,
    worstWait: interval + run,
    hoursPerMonth: (run / HOUR) * ((DAYS_PER_MONTH * DAY) / interval),
    holds: run <= window,
  };
}

/**
 * The p95 adds up the wait of 95 of 100 and the work of 95 of 100: seldom are both long, so that it is kept by rather more.
 */
function realTimeOf(job: Job, { alone, aloneP95 }: Speeds): RealTimePlan {
  const { peakPerSecond, workers, patience, reviewsPerDay, waitedFor } = job;
  const queue = waitsOf({ rate: peakPerSecond, service: alone, workers });
  const p95 = queue.within(PROMISED) + aloneP95;
  return {
    queue,
    mean: queue.mean + alone,
    p95,
    hoursPerMonth: 24 * DAYS_PER_MONTH,
    busyHoursPerMonth: (reviewsPerDay * waitedFor * DAYS_PER_MONTH * alone) / workers / HOUR,
    holds: queue.utilisation < 1 && p95 <= patience,
  };
}
