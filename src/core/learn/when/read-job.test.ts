import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  jobIn,
  jobQuery,
  readJob,
  readNumber,
  UNITS,
  type TypedJob,
  type Unit,
} from './read-job.ts';

const TYPED: TypedJob = {
  reviewsPerDay: '20,000',
  waitedFor: '100',
  peakPerSecond: '2',
  patience: { value: '500', unit: 'ms' },
  interval: { value: '1', unit: 'd' },
  window: { value: '8', unit: 'h' },
  workers: '2',
};

const problemsOf = (change: Partial<TypedJob>) => {
  const read = readJob({ ...TYPED, ...change });
  return 'problems' in read ? read.problems : {};
};

it('reads a job in seconds and shares', () => {
  expect(readJob(TYPED)).toEqual({
    job: {
      reviewsPerDay: 20_000,
      waitedFor: 1,
      peakPerSecond: 2,
      patience: 0.5,
      interval: 86_400,
      window: 28_800,
      workers: 2,
    },
  });
});

it('reads numbers as people write them, and says what is wrong with others', () => {
  for (const [text, number] of [
    ['1,000,000', 1e6],
    [' 1 000 ', 1000],
    ['1e6', 1e6],
    ['.5', 0.5],
    ['1,000.25', 1000.25],
  ] as const)
    expect(readNumber(text, 0, 1e9)).toBe(number);
  expect(readNumber('', 0, 1)).toBe('Type a number.');
  expect(readNumber('0,5', 0, 1)).toMatch(/point for decimals/);
  for (const text of ['five', '0x10', 'Infinity', 'NaN', '1-2', '1,00,0'])
    expect(readNumber(text, 0, 1)).toMatch(/not a number/);
  expect(readNumber('-1', 0, 1e12)).toBe('A number from 0 to 1,000,000,000,000.');
  expect(readNumber('1e999', 0, 100)).toBe('A number from 0 to 100.');
});

it('names what does not go together', () => {
  expect(problemsOf({ window: { value: '25', unit: 'h' } }).window).toMatch(/runs would pile up/);
  expect(problemsOf({ peakPerSecond: '0.2' }).peakPerSecond).toBe(
    'Under the average of the whole day, 0.232 a second. A peak is at least as high.',
  );
  expect(problemsOf({ peakPerSecond: '0.232' })).toEqual({});
  expect(problemsOf({ patience: { value: '0', unit: 's' } }).patience).toBe('More than 0.');
  expect(problemsOf({ workers: '1.5' }).workers).toMatch(/whole number/);
  expect(problemsOf({ workers: '0' }).workers).toMatch(/from 1 to 10,000/);
});

it('asks for no patience and no arrivals where nobody waits', () => {
  const none = { waitedFor: '0', peakPerSecond: 'x', patience: { value: '', unit: 's' } } as const;
  expect(problemsOf(none)).toEqual({});
});

it('comes back from an address as it went', () => {
  const text = fc.stringMatching(/^[0-9.,]{0,12}$/);
  const time = fc.record({ value: text, unit: fc.constantFrom(...(Object.keys(UNITS) as Unit[])) });
  const job = fc.record({
    reviewsPerDay: text,
    waitedFor: text,
    peakPerSecond: text,
    patience: time,
    interval: time,
    window: time,
    workers: text,
  });
  fc.assert(
    fc.property(job, (typed) => {
      expect(jobIn(jobQuery(typed))).toEqual(typed);
    }),
  );
});

it('leaves alone what an address does not say, or says in other words', () => {
  expect(jobIn('part=when')).toEqual({});
  expect(jobIn('every=1week&within=&day=7')).toEqual({ reviewsPerDay: '7' });
});
