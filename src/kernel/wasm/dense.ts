import { exp2, sumOf } from './lanes';

/**
 * A matrix of floats, for the little work that stays in floats: out = x * weights' + bias.
 *
 * @param x f32 [rows, depth]; depth a multiple of 4
 * @param weights f32 [columns, depth]
 * @param bias f32 [columns]
 * @param out f32 [rows, columns]
 */
export function dense(
  x: usize,
  rows: i32,
  depth: i32,
  weights: usize,
  columns: i32,
  bias: usize,
  out: usize,
): void {
  for (let row = 0; row < rows; row++) {
    let w = weights;
    for (let column = 0; column < columns; column++) {
      let sum = f32x4.splat(0);
      for (let p = x, end = x + (depth << 2); p < end; p += 16) {
        sum = f32x4.add(sum, f32x4.mul(v128.load(p), v128.load(w)));
        w += 16;
      }
      f32.store(out, sumOf(sum) + f32.load(bias + (column << 2)));
      out += 4;
    }
    x += depth << 2;
  }
}

/** 2 / ln 2: tanh(x) = 1 - 2 / (2^(2x / ln 2) + 1). */
const TO_EXP2: f32 = 2.8853900817779268;

/** @param x f32 [count], in place; a multiple of 4 */
export function tanh(x: usize, count: i32): void {
  const one = f32x4.splat(1);
  for (const end = x + (count << 2); x < end; x += 16) {
    const y = f32x4.pmin(f32x4.mul(v128.load(x), f32x4.splat(TO_EXP2)), f32x4.splat(60)); // 1 by then
    v128.store(x, f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(exp2(y), one))));
  }
}

/** Mean of rows. @param x f32 [rows, columns]; columns a multiple of 4 @param out f32 [columns] */
export function mean(x: usize, rows: i32, columns: i32, out: usize): void {
  const share = f32x4.splat(<f32>1 / <f32>rows);
  for (let column = 0; column < columns; column += 4) {
    let sum = f32x4.splat(0);
    for (let row = 0; row < rows; row++)
      sum = f32x4.add(sum, v128.load(x + ((row * columns + column) << 2)));
    v128.store(out + (column << 2), f32x4.mul(sum, share));
  }
}
