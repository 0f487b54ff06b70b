import { largestOf, rounded, smallestOf } from './lanes';

/**
 * Rows of floats to integers of 7 bits: x is about min + scale * q, q in 0 to 127, with a scale and a minimum for each row.
 * A row's integers therefore don't depend on its neighbours, and no product of theirs with 8-bit weights overflows.
 *
 * @param x f32 [rows, depth]; depth a multiple of 16
 * @param q i8 [rows, depth], or i16 where the build multiplies 16 bits
 * @param scales f32 [rows]
 * @param minima f32 [rows]
 */
export function quantize(
  x: usize,
  rows: i32,
  depth: i32,
  q: usize,
  scales: usize,
  minima: usize,
): void {
  for (let row = 0; row < rows; row++) {
    const end = x + (depth << 2);
    let low = v128.load(x),
      high = low;
    for (let p = x + 16; p < end; p += 16) {
      const v = v128.load(p);
      low = f32x4.pmin(low, v);
      high = f32x4.pmax(high, v);
    }
    const least = smallestOf(low);
    // A row of equal numbers has no range; any scale will do that keeps 1 / scale finite.
    const scale: f32 = max<f32>((largestOf(high) - least) / 127.0, 1e-12);
    f32.store(scales + (row << 2), scale);
    f32.store(minima + (row << 2), least);
    const minimum = f32x4.splat(least),
      inverse = f32x4.splat(1.0 / scale);
    for (; x < end; x += 64) {
      const a = i16x8.narrow_i32x4_s(
        steps(v128.load(x), minimum, inverse),
        steps(v128.load(x, 16), minimum, inverse),
      );
      const b = i16x8.narrow_i32x4_s(
        steps(v128.load(x, 32), minimum, inverse),
        steps(v128.load(x, 48), minimum, inverse),
      );
      if (ASC_FEATURE_RELAXED_SIMD) {
        v128.store(q, i8x16.narrow_i16x8_s(a, b));
        q += 16;
      } else {
        v128.store(q, a);
        v128.store(q, b, 16);
        q += 32;
      }
    }
  }
}

@inline function steps(v: v128, minimum: v128, inverse: v128): v128 {
  return rounded(f32x4.mul(f32x4.sub(v, minimum), inverse));
}
