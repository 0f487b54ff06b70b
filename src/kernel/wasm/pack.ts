/** Most that one side of the weights behind a 16-bit sum may come to: 258 x 127 is under 2^15. */
const MOST: i32 = 258;

/**
 * Lays a matrix of 8-bit weights out as the build's product reads it.
 *
 * With relaxed SIMD: tiles [columns / 8][depth / 8][2][8][4] of bytes (8 columns, 4 rows twice), a table of where each
 * tile's extras begin (u32 [columns / 8 + 1], bytes from the start), the extras. A 16-bit sum takes in rows r, r + 1,
 * r + 4 and r + 5 of a column. Where their weights could overflow it, the two lower ones are zero in the tile and stand
 * in an extra: u32 offset of the activations, 12 bytes free, [8][4] weights. About one tile in one has one.
 *
 * Without: tiles [columns / 8][depth / 2][8][2] of 16 bits.
 *
 * @param source i8 [depth, columns], both multiples of 8
 * @param target aligned to 16, zeroed
 * @param sums f32 [columns], zeroed: sum of each column
 * @returns the end of what was written
 */
export function pack(
  source: usize,
  depth: i32,
  columns: i32,
  target: usize,
  sums: usize,
): usize {
  let from = source;
  for (let k = 0; k < depth; k++)
    for (let sum = sums, end = sums + (columns << 2); sum < end; sum += 4)
      f32.store(sum, f32.load(sum) + <f32>load<i8>(from++));
  if (ASC_FEATURE_RELAXED_SIMD) return packBytes(source, depth, columns, target);
  for (let n = 0; n < columns; n += 8)
    for (let k = 0; k < depth; k += 2)
      for (let c = 0; c < 8; c++)
        for (let i = 0; i < 2; i++) {
          store<i16>(target, load<i8>(source + (k + i) * columns + n + c));
          target += 2;
        }
  return target;
}

function packBytes(source: usize, depth: i32, columns: i32, target: usize): usize {
  let starts = target + depth * columns;
  let extra = (starts + ((columns >> 3) + 1) * 4 + 15) & ~15;
  let tile = target;
  for (let n = 0; n < columns; n += 8) {
    store<u32>(starts, <u32>(extra - target));
    starts += 4;
    for (let k = 0; k < depth; k += 8) {
      const from = source + k * columns + n;
      let moved = false;
      for (let c = 0; c < 8; c++)
        for (let half = 0; half < 4; half += 2) {
          const upper = from + half * columns + c,
            lower = upper + 4 * columns;
          const a = load<i8>(upper),
            b = load<i8>(upper + columns),
            d = load<i8>(lower),
            e = load<i8>(lower + columns);
          const at = tile + c * 4 + half;
          store<i8>(at, a);
          store<i8>(at, b, 1);
          const overflows = above(a) + above(b) + above(d) + above(e) > MOST,
            underflows = above(-a) + above(-b) + above(-d) + above(-e) > MOST;
          let to = at + 32;
          if (overflows || underflows) {
            to = extra + 16 + c * 4 + half;
            moved = true;
          }
          store<i8>(to, d);
          store<i8>(to, e, 1);
        }
      tile += 64;
      if (moved) {
        store<u32>(extra, k + 4);
        extra += 48;
      }
    }
  }
  store<u32>(starts, <u32>(extra - target));
  return extra;
}

@inline function above(weight: i32): i32 {
  return max(weight, 0);
}
