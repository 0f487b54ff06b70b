/** Where a column lies in the constants of a matrix: scale of its weights, sum of them scaled, bias; f32 [columns] each. */

/**
 * Integer sums to floats, in place: y = scale * s * sum + minimum * sums * s + bias, with scale and minimum of the row's
 * activations and s, sums and bias of the column.
 *
 * @param y i32, then f32 [rows, columns], rows `pitch` bytes apart; columns a multiple of 4
 * @param constants f32 [3][columns] as in a matrix: s, s * sums, bias; offset to the first column, `span` bytes apart
 */
export function dequantize(
  y: usize,
  rows: i32,
  columns: i32,
  pitch: i32,
  scales: usize,
  minima: usize,
  constants: usize,
  span: i32,
): void {
  for (let row = 0; row < rows; row++) {
    const scale = v128.load32_splat(scales + (row << 2)),
      minimum = v128.load32_splat(minima + (row << 2));
    let c = constants;
    for (let p = y, end = y + (columns << 2); p < end; p += 16) {
      v128.store(p, value(p, c, span, scale, minimum));
      c += 16;
    }
    y += pitch;
  }
}

/** One vector of `dequantize`. */
@inline export function value(
  sums: usize,
  constants: usize,
  span: i32,
  scale: v128,
  minimum: v128,
): v128 {
  return f32x4.add(
    f32x4.mul(
      f32x4.convert_i32x4_s(v128.load(sums)),
      f32x4.mul(scale, v128.load(constants)),
    ),
    f32x4.add(
      f32x4.mul(minimum, v128.load(constants + span)),
      v128.load(constants + 2 * span),
    ),
  );
}

/** As `dequantize` over whole rows, with GELU after it. @param columns a multiple of 8 */
export function gelu(
  y: usize,
  rows: i32,
  columns: i32,
  scales: usize,
  minima: usize,
  constants: usize,
): void {
  const span: i32 = columns << 2;
  for (let row = 0; row < rows; row++) {
    const scale = v128.load32_splat(scales + (row << 2)),
      minimum = v128.load32_splat(minima + (row << 2));
    let c = constants;
    // Two at a time: one alone waits for itself.
    for (const end = y + span; y < end; y += 32) {
      const a = geluOf(value(y, c, span, scale, minimum)),
        b = geluOf(value(y + 16, c + 16, span, scale, minimum));
      v128.store(y, a);
      v128.store(y, b, 16);
      c += 32;
    }
  }
}

/** Beyond it P is taken to be 0 or 1. */
const LIMIT: f32 = 3.65;

/**
 * x * P(a normal variable is under x): the exact GELU, not the tanh one. P - 1/2 is an odd polynomial, fitted on the whole
 * line (1/2 at LIMIT and beyond) for least error of the product: 5e-4, a tenth of what quantizing the result to 7 bits
 * costs. Its terms are paired, so that they need not wait for one another.
 */
@inline function geluOf(x: v128): v128 {
  const z = f32x4.pmax(f32x4.pmin(x, f32x4.splat(LIMIT)), f32x4.splat(-LIMIT));
  const s = f32x4.mul(z, z);
  const s2 = f32x4.mul(s, s);
  const low = line(s, 0.39653036181193524, -0.06265413600551094),
    middle = line(s, 0.007873914336274773, -0.0006215953737783682),
    high = line(s, 2.71856991370076e-5, -4.978869079237477e-7);
  const p = f32x4.add(low, f32x4.mul(s2, f32x4.add(middle, f32x4.mul(s2, high))));
  return f32x4.mul(x, f32x4.add(f32x4.mul(p, z), f32x4.splat(0.5)));
}

@inline function line(s: v128, start: f32, slope: f32): v128 {
  return f32x4.add(f32x4.splat(start), f32x4.mul(s, f32x4.splat(slope)));
}
