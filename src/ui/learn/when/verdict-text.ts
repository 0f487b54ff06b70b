import type { Job, Plan, Speeds } from '../../../core/learn/when/plan-job.ts';
import { count, percent } from '../../parts/format.ts';
import { hours, rate, span, workers } from './quantities.ts';

/** What a job needs, and why. */
export interface VerdictText {
  claim: string;
  reasons: readonly string[];
}

export function verdictText(job: Job, speeds: Speeds, plan: Plan): VerdictText {
  const { verdict, batch, rest, realTime } = plan;
  switch (verdict) {
    case 'nothing':
      return {
        claim: 'Nothing to choose.',
        reasons: ['No reviews come in, so there is nothing to score.'],
      };
    case 'batch':
      return {
        claim: 'Use batch.',
        reasons: [
          job.waitedFor === 0
            ? 'Nobody waits for an answer.'
            : `Even who just misses a run has an answer after ${span(batch.worstWait)}: sooner than the ${span(job.patience)} that is asked for.`,
          `A run of ${count(batch.reviews)} reviews takes ${span(batch.run)} of the ${span(job.window)} it has.`,
          `The machine works ${hours(batch.hoursPerMonth)} a month and can be off for the rest.`,
        ],
      };
    case 'real-time':
      return { claim: 'Use real time.', reasons: realTimeReasons(job, plan) };
    case 'both':
      return {
        claim: `Use both: real time for the ${percent(job.waitedFor)} that somebody waits for, batch for the rest.`,
        reasons: [
          ...realTimeReasons(job, plan),
          `The rest can wait for a list: a run of ${count(rest.reviews)} reviews takes ${span(rest.run)} of the ${span(job.window)} it has.`,
        ],
      };
    case 'neither':
      return {
        claim: `Neither is fast enough with ${workers(job.workers)}.`,
        reasons: [
          ...(job.waitedFor > 0 && !realTime.holds ? tooSlow(job, speeds, plan) : []),
          ...(job.waitedFor < 1 && !rest.holds ? [tooLong(job, plan)] : []),
        ],
      };
  }
}

function realTimeReasons({ patience, workers: n }: Job, { batch, realTime }: Plan): string[] {
  return [
    `Somebody waits, and a batch can take ${span(batch.worstWait)} to answer: longer than ${span(patience)}.`,
    `In real time, 95 of 100 are answered within ${span(realTime.p95)}, even at the peak.`,
    `The price: a machine with ${workers(n)} stands ready all month, ${hours(realTime.hoursPerMonth)}, and works in ${hours(realTime.busyHoursPerMonth)} of them.`,
  ];
}

function tooSlow(job: Job, speeds: Speeds, { realTime, workersNeeded }: Plan): string[] {
  const failed =
    realTime.queue.utilisation >= 1
      ? `Real time never catches up at the peak: ${rate(job.peakPerSecond)} reviews a second come, and ${workers(job.workers)} can answer ${rate(job.workers / speeds.alone)}. The queue grows for as long as that lasts.`
      : `In real time, 95 of 100 are answered within ${span(realTime.p95)}: later than the ${span(job.patience)} that is asked for.`;
  return [failed, workersText(job, speeds, workersNeeded.realTime)];
}

function workersText({ patience }: Job, { aloneP95 }: Speeds, needed: number | undefined): string {
  if (needed !== undefined) return `${workers(needed)} would do, on as many cores.`;
  return aloneP95 > patience
    ? `One review by itself takes up to ${span(aloneP95)}, and more workers make that no shorter: take a faster model, or ask for less haste.`
    : 'Not even a hundred thousand workers would do.';
}

const tooLong = ({ window }: Job, { rest, workersNeeded }: Plan): string =>
  `A run of ${count(rest.reviews)} reviews takes ${span(rest.run)}, longer than the ${span(window)} it has${
    rest.utilisation >= 1 ? ', and than the time to the next one: it never catches up' : ''
  }. ${workers(workersNeeded.batch)} would do, on as many cores, or more time.`;
