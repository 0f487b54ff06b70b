import { expect, it } from 'vitest';
import { madeResult } from '../../bench/made-result.ts';
import { readFigures } from '../../bench/read-figures.ts';
import { speedsOf } from './measured-speeds.ts';

const [headline] = readFigures(madeResult()).headlines;

it('takes a worker’s time for a review from the rounds of a benchmark', () => {
  const { realTime, batch } = headline!;
  const speeds = speedsOf(headline!)!;
  expect(speeds.alone * 1000).toBe(realTime.perReview!.value);
  expect(speeds.aloneP95 * 1000).toBe(realTime.latency.p95);
  expect(batch!.cell.workers).toBe(2);
  // The made machine's two workers halve the time exactly.
  expect(speeds.listed).toBeCloseTo(speeds.alone, 4);
});

it('says nothing where no batch was measured', () => {
  expect(speedsOf({ ...headline!, batch: undefined })).toBeUndefined();
});
