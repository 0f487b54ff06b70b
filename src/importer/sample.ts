/**
 * An even draw from a list of unknown length: every item has the same chance (Vitter 1985, algorithm R), and the same list
 * gives the same draw.
 *
 * @param keep makes of an item what is kept of it
 */
export function createSample<T>(size: number, keep: (item: T) => T) {
  const items: T[] = [];
  const next = createRandom(20_260_101);
  let seen = 0;
  return {
    offer(item: T) {
      seen += 1;
      if (items.length < size) items.push(keep(item));
      else {
        const at = Math.floor(next() * seen);
        if (at < size) items[at] = keep(item);
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
