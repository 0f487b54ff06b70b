/**
 * An even draw from a list of unknown length: every item has the same chance (Vitter 1985, algorithm R), and the same list
 * gives the same draw.
 */
export function createSample<T>(size: number) {
  const items: T[] = [];
  const next = createRandom(20_260_101);
  let seen = 0;
  return {
    offer(item: T) {
      seen += 1;
      if (items.length < size) items.push(item);
      else {
        const at = Math.floor(next() * seen);
        if (at < size) items[at] = item;
      }
    },
    items,
  };
}

/** A 32-bit generator (xorshift, Marsaglia 2003). @returns 0 to 1, 1 excluded */
function createRandom(seed: number): () => number {
  let x = seed | 0 || 1;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) / 0x1_0000_0000;
  };
}
