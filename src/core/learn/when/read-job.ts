import { DAY, type Job } from './plan-job.ts';

// A job as it is typed, and as it travels in an address.

export const UNITS = { ms: 0.001, s: 1, min: 60, h: 3600, d: DAY } as const;
export type Unit = keyof typeof UNITS;

export interface TypedTime {
  value: string;
  unit: Unit;
}

/** As typed: numbers may be none. */
export interface TypedJob {
  reviewsPerDay: string;
  /** Percent. */
  waitedFor: string;
  peakPerSecond: string;
  patience: TypedTime;
  interval: TypedTime;
  window: TypedTime;
  workers: string;
}

/** What is wrong with which field, in a sentence. */
export type Problems = Partial<Record<keyof TypedJob, string>>;

const MOST_REVIEWS = 1e12;
const MOST_PER_SECOND = 1e6;
const MOST_WORKERS = 10_000;
const LONGEST = 3650 * DAY;

/** @returns a job, or what is wrong; never both */
export function readJob(typed: TypedJob): { job: Job } | { problems: Problems } {
  const problems: Problems = {};
  const read = (key: keyof TypedJob, result: number | string): number => {
    if (typeof result === 'number') return result;
    problems[key] = result;
    return NaN;
  };
  const reviewsPerDay = read('reviewsPerDay', readNumber(typed.reviewsPerDay, 0, MOST_REVIEWS));
  const waitedFor = read('waitedFor', readNumber(typed.waitedFor, 0, 100)) / 100;
  const interval = read('interval', readTime(typed.interval));
  const window = read('window', readTime(typed.window));
  const workers = read('workers', readNumber(typed.workers, 1, MOST_WORKERS));
  if (!Number.isInteger(workers) && !problems.workers) problems.workers = 'A whole number, please.';
  if (window > interval)
    problems.window = 'Longer than the time to the next batch: runs would pile up. Type less.';
  const job = { reviewsPerDay, waitedFor, interval, window, workers };
  // What nobody waits for has no arrivals and no patience: what stands there does not matter.
  if (waitedFor === 0) return resultOf(problems, { ...job, peakPerSecond: 0, patience: 0 });

  const peakPerSecond = read('peakPerSecond', readNumber(typed.peakPerSecond, 0, MOST_PER_SECOND));
  const patience = read('patience', readTime(typed.patience));
  const average = (reviewsPerDay * waitedFor) / DAY;
  if (peakPerSecond < average)
    problems.peakPerSecond = `Under the average of the whole day, ${rounded(average)} a second. A peak is at least as high.`;
  return resultOf(problems, { ...job, peakPerSecond, patience });
}

const resultOf = (problems: Problems, job: Job) =>
  Object.keys(problems).length > 0 ? { problems } : { job };

const plain = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
/** Up, so that what is shown is enough. */
function rounded(value: number): string {
  const step = 10 ** (Math.floor(Math.log10(value)) - 2);
  return plain.format(Math.ceil(value / step) * step);
}

function readTime({ value, unit }: TypedTime): number | string {
  const number = readNumber(value, 0, LONGEST / UNITS[unit]);
  if (number === 0) return 'More than 0.';
  return typeof number === 'string' ? number : number * UNITS[unit];
}

/** "1,000", "1 000", "1000.5" and "1e3". */
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** @returns the number, or what is wrong with it */
export function readNumber(typed: string, least: number, most: number): number | string {
  const text = typed.replace(/\s/gu, '');
  if (text === '') return 'Type a number.';
  const digits = GROUPED.test(text) ? text.replaceAll(',', '') : text;
  if (/^\d+,\d+$/.test(digits)) return 'Write a point for decimals, such as 0.5.';
  if (!NUMBER.test(digits)) return 'This is not a number. Write digits, such as 1,000 or 0.5.';
  const number = Number(digits);
  if (number < least || number > most)
    return `A number from ${plain.format(least)} to ${plain.format(most)}.`;
  return number;
}

const KEYS = {
  day: 'reviewsPerDay',
  waited: 'waitedFor',
  peak: 'peakPerSecond',
  patience: 'patience',
  every: 'interval',
  within: 'window',
  workers: 'workers',
} as const;

/** @returns such as day=20000&waited=100&peak=2&patience=1s&every=1d&within=8h&workers=2 */
export const jobQuery = (typed: TypedJob): string =>
  new URLSearchParams(
    Object.entries(KEYS).map(([key, name]) => {
      const value = typed[name];
      return [key, typeof value === 'string' ? value : value.value + value.unit];
    }),
  ).toString();

/** Longer than any number. */
const MOST_LETTERS = 24;

/** What a query says of a job; what it leaves out or can't be read is not in it. */
export function jobIn(query: string): Partial<TypedJob> {
  const params = new URLSearchParams(query);
  const job: Partial<TypedJob> = {};
  for (const [key, name] of Object.entries(KEYS)) {
    const value = params.get(key)?.trim().slice(0, MOST_LETTERS);
    if (value === undefined) continue;
    if (name === 'patience' || name === 'interval' || name === 'window') {
      const [, number = '', unit = ''] = /^(.*?)([a-z]+)$/.exec(value) ?? [];
      if (isUnit(unit)) job[name] = { value: number, unit };
    } else job[name] = value;
  }
  return job;
}

const isUnit = (text: string): text is Unit => Object.hasOwn(UNITS, text);
