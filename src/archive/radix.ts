const BITS = 11;
const BUCKETS = 1 << BITS;

/**
 * Sorts by a number each: a radix sort, since a million calls of a comparison take seconds. Equal ones keep their order,
 * descending too.
 *
 * @param values by position in `rows`; NaN comes last either way
 */
export function sortByNumber(
  rows: Uint32Array,
  values: Float64Array,
  descending: boolean,
): Uint32Array<ArrayBuffer> {
  const { low, high } = toKeys(values, descending);
  let order = new Uint32Array(rows.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  let next = new Uint32Array(rows.length);
  for (const key of [low, high]) {
    for (let shift = 0; shift < 32; shift += BITS) {
      if (!distribute(order, next, key, shift)) continue;
      [order, next] = [next, order];
    }
  }
  for (let i = 0; i < order.length; i++) next[i] = rows[order[i]!]!;
  return next;
}

/** Whole numbers of 64 bits, in halves, in the order of the values. */
function toKeys(values: Float64Array, descending: boolean) {
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  const number = new Float64Array(1);
  const halves = new Uint32Array(number.buffer); // low half first: every browser runs little-endian
  for (let i = 0; i < values.length; i++) {
    number[0] = values[i]! + 0; // -0 becomes 0
    if (Number.isNaN(values[i])) {
      low[i] = high[i] = 0xffffffff;
      continue;
    }
    // IEEE 754 orders positive numbers like whole ones; negative ones the other way round, below them.
    const negative = halves[1]! >>> 31 === 1;
    const flips = negative !== descending ? 0xffffffff : 0;
    low[i] = halves[0]! ^ flips;
    high[i] = halves[1]! ^ flips ^ (negative ? 0 : 0x80000000);
  }
  return { low, high };
}

/** One pass over 11 bits. @returns false, and does nothing, where all are the same */
function distribute(order: Uint32Array, next: Uint32Array, key: Uint32Array, shift: number) {
  const starts = new Uint32Array(BUCKETS + 1);
  for (const value of key) starts[((value >>> shift) & (BUCKETS - 1)) + 1]! += 1;
  if (starts.includes(key.length, 1)) return false;
  for (let i = 1; i <= BUCKETS; i++) starts[i]! += starts[i - 1]!;
  for (const position of order) {
    const bucket = (key[position]! >>> shift) & (BUCKETS - 1);
    next[starts[bucket]!++] = position;
  }
  return true;
}
