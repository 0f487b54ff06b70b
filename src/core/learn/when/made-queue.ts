import { arrivals } from '../../bench/poisson.ts';

/**
 * For tests: plays a queue, event by event.
 *
 * @param service draws seconds of work for one review
 * @returns seconds that each review has stood in the queue, in order of arrival, the first tenth (an empty start) left out
 */
export function simulateWaits(
  { rate, workers, count }: { rate: number; workers: number; count: number },
  service: () => number,
  random: () => number,
): number[] {
  const free = Array<number>(workers).fill(0);
  const waits = arrivals(rate, count, random).map((ms) => {
    const at = ms / 1000;
    const first = free.indexOf(Math.min(...free));
    const start = Math.max(at, free[first]!);
    free[first] = start + service();
    return start - at;
  });
  return waits.slice(count / 10);
}
