/** A timing shorter than this many ticks of its clock is mostly rounding. */
const LEAST_TICKS = 100;

/**
 * Smallest step that a clock was seen to make.
 *
 * @param now a clock in ms
 * @param steps to see before it is believed
 * @returns ms, above 0
 */
export function smallestStep(now: () => number = () => performance.now(), steps = 20): number {
  let smallest = Infinity;
  let last = now();
  for (let seen = 0; seen < steps;) {
    const next = now();
    if (next === last) continue;
    smallest = Math.min(smallest, next - last);
    last = next;
    seen += 1;
  }
  return smallest;
}

/** @returns how many samples of about `typicalMs` make one of at least 100 ticks; 1 where each is long enough */
export const groupSize = (typicalMs: number, tickMs: number): number =>
  Math.max(1, Math.ceil((LEAST_TICKS * tickMs) / Math.max(typicalMs, tickMs / LEAST_TICKS)));

/**
 * Means of `size` samples in a row. Those left over at the end are one more group, unless they are fewer than half of one
 * and not all there is.
 */
export function grouped(samples: readonly number[], size: number): number[] {
  if (size === 1) return [...samples];
  const groups: number[] = [];
  for (let from = 0; from < samples.length; from += size) {
    const part = samples.slice(from, from + size);
    if (part.length * 2 >= size || from === 0)
      groups.push(part.reduce((sum, ms) => sum + ms, 0) / part.length);
  }
  return groups;
}
