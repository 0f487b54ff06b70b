import { expect, it } from 'vitest';
import { DAY, planJob, type Job } from '../../../core/learn/when/plan-job.ts';
import { batchFormulas, memoryFormula, realTimeFormulas } from './formulas.ts';
import { verdictText } from './verdict-text.ts';

const SPEEDS = { alone: 0.1, aloneP95: 0.2, listed: 0.05, workers: 1, modelBytes: 10_000_000 };
const JOB: Job = {
  reviewsPerDay: 20_000,
  waitedFor: 1,
  peakPerSecond: 5,
  patience: 1,
  interval: DAY,
  window: 8 * 3600,
  workers: 1,
};

const said = (change: Partial<Job>, speeds = SPEEDS) => {
  const job = { ...JOB, ...change };
  const { claim, reasons } = verdictText(job, speeds, planJob(job, speeds));
  return [claim, ...reasons].join(' ');
};

it('says what to use, and why', () => {
  expect(said({})).toMatch(/^Use real time\. .*longer than 1 s.* within 661 ms, even at the peak/);
  expect(said({ waitedFor: 0 })).toMatch(/^Use batch\. Nobody waits.*takes 16 min 40 s of the 8 h/);
  expect(said({ waitedFor: 0.25 })).toMatch(/^Use both: real time for the 25% .*15,000 reviews/);
  expect(said({ patience: 2 * DAY })).toMatch(/^Use batch\. Even who just misses a run/);
  expect(said({ reviewsPerDay: 0 })).toMatch(/^Nothing to choose/);
});

it('says why neither will do, and what would', () => {
  expect(said({ peakPerSecond: 20 })).toMatch(
    /never catches up at the peak: 20 reviews a second come, and 1 worker can answer 10\..* 3 workers would do/,
  );
  expect(said({ peakPerSecond: 9, patience: 0.9 })).toMatch(/later than the 900 ms.* 2 workers/);
  expect(said({ patience: 0.15 })).toMatch(/more workers make that no shorter/);
  expect(
    said({ peakPerSecond: 1e6, patience: 0.15 }, { ...SPEEDS, aloneP95: 0.1, alone: 0.11 }),
  ).toMatch(/Not even a hundred thousand workers/);
  expect(said({ waitedFor: 0, reviewsPerDay: 1e7 })).toMatch(
    /longer than the 8 h it has, and than the time to the next one: it never catches up\. 18 workers/,
  );
});

it('puts the numbers into the formulas', () => {
  const plan = planJob(JOB, SPEEDS);
  expect(batchFormulas(JOB, SPEEDS, plan).map(({ numbers }) => numbers)).toEqual([
    '20,000 × 1 days = 20,000',
    '20,000 × 50.0 ms ÷ 1 = 16 min 40 s',
    '16 min 40 s ÷ 24 h = 1.2%',
    '12 h + 16 min 40 s = 12 h 17 min',
    '24 h + 16 min 40 s = 24 h 17 min',
    '16 min 40 s × 30.4 = 8.45 h',
  ]);
  expect(realTimeFormulas(JOB, SPEEDS, plan).map(({ numbers }) => numbers)).toEqual([
    '5 × 100 ms ÷ 1 = 50.0%',
    'with a = 0.5 and c = 1: 50.0%', // one worker is busy as often as it is used
    '50.0% ÷ 5 a second + 100 ms = 200 ms',
    '461 ms + 200 ms = 661 ms',
    '20,000 × 100 ms ÷ 1 × 30.4 = 16.9 h',
  ]);
  expect(memoryFormula({ ...JOB, workers: 3 }, 10_000_000).numbers).toBe('3 × 10.0 MB = 30.0 MB');
});

it('tells how fast a queue grows that never ends', () => {
  const job = { ...JOB, peakPerSecond: 12 };
  const numbers = realTimeFormulas(job, SPEEDS, planJob(job, SPEEDS)).map((one) => one.numbers);
  expect(numbers).toContain('12 − 10 = 2 reviews more every second');
});
