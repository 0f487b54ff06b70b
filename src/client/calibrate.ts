const RUNS = 9;
/** Steps of the loop: some 10 ms on a laptop of our day. */
const STEPS = 6_000_000;

/** Runs a fixed loop of integer arithmetic a few times, with room for the page between them. @returns ms of each */
export async function calibrate(): Promise<number[]> {
  const runs: number[] = [];
  let state = 1;
  for (let run = 0; run <= RUNS; run++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    const start = performance.now();
    state = scramble(state);
    if (run > 0) runs.push(performance.now() - start); // the first one compiles it
  }
  if (state === 0) throw new Error('xorshift never reaches 0'); // the result is used: the loop can't be left out
  return runs;
}

/** Xorshift (Marsaglia 2003): each step needs the one before. */
function scramble(seed: number): number {
  let state = seed | 0;
  for (let i = 0; i < STEPS; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
  }
  return state;
}
