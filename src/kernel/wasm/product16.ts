/**
 * Integer product of 16-bit rows with a matrix in tiles of 8 columns: [columns / 8][depth / 2][8][2].
 *
 * @param a i16, rows `pitch` bytes apart
 * @param depth even
 * @param columns a multiple of 8
 * @param out i32, rows `outPitch` bytes apart
 */
export function product16(
  a: usize,
  rows: i32,
  pitch: i32,
  depth: i32,
  tiles: usize,
  columns: i32,
  out: usize,
  outPitch: i32,
): void {
  const size: i32 = depth << 4;
  const fours = rows & ~3;
  for (let n = 0; n < columns; n += 8) {
    let p = a,
      o = out + (n << 2);
    for (let row = 0; row < fours; row += 4) {
      fourRows(p, pitch, tiles, size, o, outPitch);
      p += pitch << 2;
      o += outPitch << 2;
    }
    for (let row = fours; row < rows; row++) {
      oneRow(p, tiles, size, o);
      p += pitch;
      o += outPitch;
    }
    tiles += size;
  }
}

@inline function plus(sum: v128, weights: v128, x: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(weights, x));
}

@inline function fourRows(
  p0: usize,
  pitch: i32,
  w: usize,
  size: i32,
  out: usize,
  outPitch: i32,
): void {
  let a0 = i32x4.splat(0),
    a1 = a0,
    b0 = a0,
    b1 = a0,
    c0 = a0,
    c1 = a0,
    d0 = a0,
    d1 = a0;
  let p1 = p0 + pitch,
    p2 = p1 + pitch,
    p3 = p2 + pitch;
  for (const end = w + size; w < end; w += 32) {
    const u = v128.load(w),
      v = v128.load(w, 16);
    let x = v128.load32_splat(p0);
    a0 = plus(a0, u, x);
    a1 = plus(a1, v, x);
    x = v128.load32_splat(p1);
    b0 = plus(b0, u, x);
    b1 = plus(b1, v, x);
    x = v128.load32_splat(p2);
    c0 = plus(c0, u, x);
    c1 = plus(c1, v, x);
    x = v128.load32_splat(p3);
    d0 = plus(d0, u, x);
    d1 = plus(d1, v, x);
    p0 += 4;
    p1 += 4;
    p2 += 4;
    p3 += 4;
  }
  v128.store(out, a0);
  v128.store(out, a1, 16);
  out += outPitch;
  v128.store(out, b0);
  v128.store(out, b1, 16);
  out += outPitch;
  v128.store(out, c0);
  v128.store(out, c1, 16);
  out += outPitch;
  v128.store(out, d0);
  v128.store(out, d1, 16);
}

@inline function oneRow(p: usize, w: usize, size: i32, out: usize): void {
  let a0 = i32x4.splat(0),
    a1 = a0;
  for (const end = w + size; w < end; w += 32) {
    const x = v128.load32_splat(p);
    a0 = plus(a0, v128.load(w), x);
    a1 = plus(a1, v128.load(w, 16), x);
    p += 4;
  }
  v128.store(out, a0);
  v128.store(out, a1, 16);
}
