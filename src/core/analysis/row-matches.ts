const NONE = -1;

/** Hash to row, for up to a million of them: open addressing in typed arrays, 24 bytes a row. */
function indexRows(hashes: Float64Array) {
  const size = 2 ** Math.ceil(Math.log2(hashes.length * 1.5 + 2));
  const slots = new Int32Array(size).fill(NONE);
  /** The next row of the same hash. */
  const next = new Int32Array(hashes.length).fill(NONE);

  function find(hash: number): number {
    let slot = (hash >>> 0) & (size - 1);
    while (slots[slot] !== NONE && hashes[slots[slot]!] !== hash) slot = (slot + 1) & (size - 1);
    return slot;
  }

  for (let row = hashes.length - 1; row >= 0; row--) {
    const slot = find(hashes[row]!);
    next[row] = slots[slot]!;
    slots[slot] = row;
  }

  return { slots, next, find };
}

/**
 * Pairs the rows of two runs by the hashes of their ids or texts. Equal hashes are paired in file order, the first with the
 * first, so no row has two partners.
 *
 * @returns for each row of a its row in b, or -1
 */
export function matchRows(a: Float64Array, b: Float64Array): Int32Array {
  const partners = new Int32Array(a.length).fill(NONE);
  const { slots, next, find } = indexRows(b);
  const taken = new Int32Array(b.length).fill(NONE); // by the first row of a hash: the row to give out next
  for (let row = 0; row < a.length; row++) {
    const first = slots[find(a[row]!)]!;
    if (first === NONE) continue;
    const partner = taken[first] === NONE ? first : taken[first]!;
    if (partner === b.length) continue; // all are given out
    partners[row] = partner;
    taken[first] = next[partner] === NONE ? b.length : next[partner]!;
  }
  return partners;
}

/** @returns whether every hash occurs once */
export function areUnique(hashes: Float64Array): boolean {
  return indexRows(hashes).next.every((row) => row === NONE);
}
