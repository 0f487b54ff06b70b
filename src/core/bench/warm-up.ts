/** Medians this close, one after the other, are steady. */
const CLOSE = 0.05;
const MOST = 10;

/** Warms up until two medians in a row agree within 5 %, at most ten times. */
export function createWarmUp() {
  const medians: number[] = [];
  const settled = () => {
    const [before, last] = medians.slice(-2);
    return last !== undefined && before !== undefined && Math.abs(last - before) <= CLOSE * before;
  };
  return {
    medians,
    /** The last two agree. */
    get settled() {
      return settled();
    },
    /** @returns whether that was enough */
    add(medianMs: number): boolean {
      medians.push(medianMs);
      return settled() || medians.length >= MOST;
    },
  };
}
