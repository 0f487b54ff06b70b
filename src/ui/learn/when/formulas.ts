import { DAYS_PER_MONTH, type Job, type Plan } from '../../../core/learn/when/plan-job.ts';
import type { MeasuredSpeeds } from '../../../core/learn/when/measured-speeds.ts';
import { bytes, count, percent } from '../../parts/format.ts';
import { hours, rate, span } from './quantities.ts';

/** One quantity: how it is worked out, in words and with the numbers put in. */
export interface Formula {
  name: string;
  words: string;
  numbers: string;
}

export function batchFormulas(job: Job, { listed }: MeasuredSpeeds, { batch }: Plan): Formula[] {
  return [
    {
      name: 'Reviews in a run',
      words: 'reviews a day × time between two starts',
      numbers: `${count(job.reviewsPerDay)} × ${rate(job.interval / 86_400)} days = ${count(batch.reviews)}`,
    },
    {
      name: 'Time of a run',
      words: 'reviews in a run × a worker’s time for a review in a list ÷ workers',
      numbers: `${count(batch.reviews)} × ${span(listed)} ÷ ${count(job.workers)} = ${span(batch.run)}`,
    },
    {
      name: 'Utilisation',
      words: 'time of a run ÷ time between two starts',
      numbers: `${span(batch.run)} ÷ ${span(job.interval)} = ${percent(batch.utilisation, 1)}`,
    },
    {
      name: 'Expected wait for an answer',
      words: 'half the time between two starts + time of a run',
      numbers: `${span(job.interval / 2)} + ${span(batch.run)} = ${span(batch.meanWait)}`,
    },
    {
      name: 'Worst wait for an answer',
      words: 'time between two starts + time of a run',
      numbers: `${span(job.interval)} + ${span(batch.run)} = ${span(batch.worstWait)}`,
    },
    {
      name: 'Machine hours a month',
      words: 'time of a run × runs in a month of 30.4 days',
      numbers: `${span(batch.run)} × ${rate((DAYS_PER_MONTH * 86_400) / job.interval)} = ${hours(batch.hoursPerMonth)}`,
    },
  ];
}

/** Of the queue in front of real time; in a queue that grows for ever, only how fast it does. */
export function realTimeFormulas(
  job: Job,
  { alone, aloneP95 }: MeasuredSpeeds,
  { realTime }: Plan,
): Formula[] {
  const { queue, mean, p95, busyHoursPerMonth } = realTime;
  const load = job.peakPerSecond * alone;
  const utilisation = {
    name: 'Utilisation ρ',
    words: 'arrivals a second λ × time for a review by itself s ÷ workers c',
    numbers: `${rate(job.peakPerSecond)} × ${span(alone)} ÷ ${count(job.workers)} = ${percent(queue.utilisation, 1)}`,
  };
  const spare = job.workers / alone - job.peakPerSecond;
  const standing = {
    name: 'Busy hours a month',
    words: 'reviews waited for a day × s ÷ c × 30.4 days; a machine stands ready for all 731 hours',
    numbers: `${count(job.reviewsPerDay * job.waitedFor)} × ${span(alone)} ÷ ${count(job.workers)} × 30.4 = ${hours(busyHoursPerMonth)}`,
  };
  if (queue.utilisation >= 1)
    return [
      utilisation,
      {
        name: 'Growth of the queue',
        words: 'λ − c ÷ s: what comes, less what can be answered',
        numbers: `${rate(job.peakPerSecond)} − ${rate(job.workers / alone)} = ${rate(-spare)} reviews more every second`,
      },
      standing,
    ];
  return [
    utilisation,
    {
      name: 'Chance of having to wait, C',
      words:
        'Erlang’s C: (aᶜ ÷ c! ÷ (1 − ρ)) ÷ (that + the sum of aᵏ ÷ k! for k under c), with a = λ × s',
      numbers: `with a = ${rate(load)} and c = ${count(job.workers)}: ${percent(queue.chance, 1)}`,
    },
    {
      name: 'Expected wait for an answer',
      words: 'C ÷ (c ÷ s − λ) in the queue + s',
      numbers: `${percent(queue.chance, 1)} ÷ ${rate(spare)} a second + ${span(alone)} = ${span(mean)}`,
    },
    {
      name: '95 of 100 wait at most',
      words:
        'ln(C ÷ 0.05) ÷ (c ÷ s − λ) in the queue, 0 where C is under 0.05, + what 95 of 100 reviews take by themselves',
      numbers: `${span(queue.within(0.95))} + ${span(aloneP95)} = ${span(p95)}`,
    },
    standing,
  ];
}

export const memoryFormula = (job: Job, modelBytes: number): Formula => ({
  name: 'Memory for models, either way',
  words:
    'workers × the model’s files: each worker holds a copy; what the runtime needs comes on top',
  numbers: `${count(job.workers)} × ${bytes(modelBytes)} = ${bytes(job.workers * modelBytes)}`,
});
