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

/** As `dequantize` over whole rows, with GELU after it. */
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
    for (const end = y + span; y < end; y += 16) {
      v128.store(y, geluOf(value(y, c, span, scale, minimum)));
      c += 16;
    }
  }
}

/** Beyond it the polynomial is not fitted, and x * P(x) is x or 0 to within 6e-5. */
const LIMIT: f32 = 4.2;

/**
 * x * P(a normal variable is under x): the exact GELU, not the tanh one. P - 1/2 is an odd polynomial fitted for least
 * error of the product on [-4.2, 4.2]: 1.4e-5.
 */
@inline function geluOf(x: v128): v128 {
  const z = f32x4.pmax(f32x4.pmin(x, f32x4.splat(LIMIT)), f32x4.splat(-LIMIT));
  const s = f32x4.mul(z, z);
  let p = f32x4.splat(4.921682228457403e-11);
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(-4.794053008514755e-9));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(2.0719851463480475e-7));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(-5.288792607404806e-6));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(8.98294730661481e-5));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(-0.0010864331781966245));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(0.009740918639929118));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(-0.06622219899374748));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(0.3988347756057367));
  return f32x4.mul(x, f32x4.add(f32x4.mul(p, z), f32x4.splat(0.5)));
}
