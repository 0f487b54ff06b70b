import { product16 } from './product16';
import { product8 } from './product8';
export { attend, attendScratch } from './attend';
export { dense, mean, tanh } from './dense';
export { embed4, embed8 } from './embed';
export { dequantize, gelu } from './linear';
export { norm, residualNorm } from './norm';
export { pack } from './pack';
export { product16 } from './product16';
export { quantize } from './quantize';

/** Columns of a packed matrix times quantized rows, as integers: see product8.ts. */
export function product(
  q: usize,
  rows: i32,
  depth: i32,
  matrix: usize,
  columns: i32,
  first: i32,
  last: i32,
  out: usize,
  outPitch: i32,
): void {
  if (ASC_FEATURE_RELAXED_SIMD)
    product8<i16>(q, rows, depth, matrix, columns, first, last, out, outPitch);
  else {
    const tiles = matrix + first * (depth << 4);
    product16(q, rows, depth << 1, depth, tiles, (last - first) << 3, out, outPitch);
  }
}

/** The same, in the way of processors that have an instruction for it. */
export function productDirect(
  q: usize,
  rows: i32,
  depth: i32,
  matrix: usize,
  columns: i32,
  first: i32,
  last: i32,
  out: usize,
  outPitch: i32,
): void {
  if (ASC_FEATURE_RELAXED_SIMD)
    product8<i32>(q, rows, depth, matrix, columns, first, last, out, outPitch);
  else product(q, rows, depth, matrix, columns, first, last, out, outPitch);
}
