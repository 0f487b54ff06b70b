import { expect, it } from 'vitest';
import { DAY, planJob, type Job } from './plan-job.ts';

const SPEEDS = { alone: 0.025, aloneP95: 0.04, listed: 0.02 };
const NIGHTLY: Job = {
  reviewsPerDay: 1_000_000,
  waitedFor: 0,
  peakPerSecond: 0,
  patience: 1,
  interval: DAY,
  window: 8 * 3600,
  workers: 2,
};
const CALL: Job = { ...NIGHTLY, reviewsPerDay: 20_000, waitedFor: 1, peakPerSecond: 2 };

it('takes batch for what nobody waits for, if a run fits into its window', () => {
  const { verdict, batch } = planJob(NIGHTLY, SPEEDS);
  expect(verdict).toBe('batch');
  expect(batch).toMatchObject({
    reviews: 1_000_000,
    run: 10_000,
    worstWait: DAY + 10_000,
    meanWait: DAY / 2 + 10_000,
    holds: true,
  });
  expect(batch.hoursPerMonth).toBeCloseTo((30.4375 * 10_000) / 3600, 9);
  const tooMany = planJob({ ...NIGHTLY, reviewsPerDay: 4_000_000 }, SPEEDS);
  expect(tooMany).toMatchObject({ verdict: 'neither', workersNeeded: { batch: 3 } });
});

it('takes real time for what somebody waits for, if 95 of 100 are answered in time', () => {
  const { verdict, realTime } = planJob(CALL, SPEEDS);
  expect(verdict).toBe('real-time');
  expect(realTime.queue.utilisation).toBeCloseTo(0.025, 9);
  expect(realTime.p95).toBe(0.04); // fewer than one in twenty wait at all
  expect(realTime.hoursPerMonth).toBeCloseTo(730.5, 9);
  expect(realTime.busyHoursPerMonth).toBeCloseTo((20_000 * 30.4375 * 0.025) / 2 / 3600, 9);
  expect(planJob({ ...CALL, patience: 0.03 }, SPEEDS)).toMatchObject({
    verdict: 'neither',
    workersNeeded: { realTime: undefined },
  });
});

it('takes both where some wait and the rest is read later', () => {
  expect(planJob({ ...CALL, waitedFor: 0.2 }, SPEEDS).verdict).toBe('both');
});

it('takes batch even for what is waited for, if runs come often enough', () => {
  const hourly = { ...CALL, interval: 3600, window: 3600, patience: 2 * 3600 };
  expect(planJob(hourly, SPEEDS)).toMatchObject({ verdict: 'batch', batchIsSoonEnough: true });
  expect(planJob({ ...hourly, patience: 3600 }, SPEEDS).verdict).toBe('real-time');
});

it('finds no way where more comes than can be answered, and says how many workers it takes', () => {
  const { verdict, realTime, workersNeeded } = planJob({ ...CALL, peakPerSecond: 100 }, SPEEDS);
  expect(verdict).toBe('neither');
  expect(realTime).toMatchObject({ mean: Infinity, p95: Infinity, holds: false });
  expect(workersNeeded.realTime).toBe(3); // 2.5 workers' worth of work
});

it('has nothing to choose where there is nothing to score', () => {
  const { verdict, batch } = planJob({ ...NIGHTLY, reviewsPerDay: 0 }, SPEEDS);
  expect(verdict).toBe('nothing');
  expect(batch).toMatchObject({ run: 0, utilisation: 0, hoursPerMonth: 0 });
});

it('stays finite for a trillion reviews a day', () => {
  const { verdict, batch, workersNeeded } = planJob({ ...NIGHTLY, reviewsPerDay: 1e12 }, SPEEDS);
  expect(verdict).toBe('neither');
  expect(batch.utilisation).toBeGreaterThan(1);
  expect(workersNeeded.batch).toBe(Math.ceil((1e12 * 0.02) / (8 * 3600)));
});
