import { sumOf } from './lanes';
import { value } from './linear';

/** Added to a variance: layer_norm_eps of the models' config.json. */
const EPSILON: f32 = 1e-12;

/**
 * Layer norm of rows, in place.
 *
 * @param x f32 [rows, columns]; columns a multiple of 4
 * @param gain f32 [columns]
 * @param bias f32 [columns]
 */
export function norm(x: usize, rows: i32, columns: i32, gain: usize, bias: usize): void {
  for (let row = 0; row < rows; row++) {
    let sum = f32x4.splat(0);
    for (let p = x, end = x + (columns << 2); p < end; p += 16) sum = f32x4.add(sum, v128.load(p));
    finish(x, columns, sumOf(sum), gain, bias);
    x += columns << 2;
  }
}

/**
 * What comes out of a matrix is added to what went round it, then normalised: x = norm(x + dequantized sums).
 *
 * @param sums i32 [rows, columns]; the rest as in `dequantize`
 */
export function residualNorm(
  x: usize,
  sums: usize,
  rows: i32,
  columns: i32,
  scales: usize,
  minima: usize,
  constants: usize,
  gain: usize,
  bias: usize,
): void {
  const span: i32 = columns << 2;
  for (let row = 0; row < rows; row++) {
    const scale = v128.load32_splat(scales + (row << 2)),
      minimum = v128.load32_splat(minima + (row << 2));
    let sum = f32x4.splat(0),
      c = constants;
    for (let p = x, end = x + span; p < end; p += 16) {
      const v = f32x4.add(v128.load(p), value(sums, c, span, scale, minimum));
      v128.store(p, v);
      sum = f32x4.add(sum, v);
      sums += 16;
      c += 16;
    }
    finish(x, columns, sumOf(sum), gain, bias);
    x += span;
  }
}

@inline function finish(x: usize, columns: i32, sum: f32, gain: usize, bias: usize): void {
  const end = x + (columns << 2);
  const mean = f32x4.splat(sum / <f32>columns);
  let squares = f32x4.splat(0);
  for (let p = x; p < end; p += 16) {
    const d = f32x4.sub(v128.load(p), mean);
    squares = f32x4.add(squares, f32x4.mul(d, d));
  }
  const factor = f32x4.splat(1.0 / sqrt<f32>(sumOf(squares) / <f32>columns + EPSILON));
  for (; x < end; x += 16) {
    const d = f32x4.mul(f32x4.sub(v128.load(x), mean), factor);
    v128.store(x, f32x4.add(f32x4.mul(d, v128.load(gain)), v128.load(bias)));
    gain += 16;
    bias += 16;
  }
}
