/**
 * Uniform random numbers in [0, 1) from a seed, the same on every machine: mulberry32 (T. Ettinger, public domain), 32 bits
 * of state, good enough to shuffle texts and to resample.
 */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A shuffled copy (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

/** @returns `count` different whole numbers in [0, from), ascending; all of them where there are no more */
export function drawn(count: number, from: number, random: () => number): number[] {
  const all = Array.from({ length: from }, (_, i) => i);
  return shuffled(all, random)
    .slice(0, count)
    .sort((a, b) => a - b);
}
