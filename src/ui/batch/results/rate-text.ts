import type { Run } from '../../../core/runs.ts';
import { count, percent } from '../../parts/format.ts';
import type { Interval } from '../../../core/analysis/wilson.ts';

/** "54% (51 to 57%)": a share with its 95 % interval; a dash where there is nothing to share. */
export function share({ share, low, high }: Interval, digits: 0 | 1 = 0): string {
  if (Number.isNaN(share)) return '–';
  return `${percent(share, digits)} (${percent(low, digits).slice(0, -1)} to ${percent(high, digits)})`;
}

/** "1 review", "1,204 reviews" */
export const reviews = (value: number): string =>
  `${count(value)} ${value === 1 ? 'review' : 'reviews'}`;

export const rows = (value: number): string => `${count(value)} ${value === 1 ? 'row' : 'rows'}`;

/** Which rows every figure stands on. */
export function basis(run: Pick<Run, 'rows' | 'done' | 'read'>): string {
  const complete = run.read && run.done >= run.rows;
  return complete ? `of ${rows(run.rows)}` : `of the ${rows(run.done)} scored so far`;
}

/** Dates are shown as they were read, without the reader's time zone. */
export const day = (ms: number): string =>
  new Date(ms).toLocaleDateString('en', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** ", 1,204 of them scored" for a run that is not complete. */
export function conditionOfRun({ rows, done, read }: Run): string {
  return read && done >= rows ? '' : `, ${count(done)} of them scored so far`;
}
