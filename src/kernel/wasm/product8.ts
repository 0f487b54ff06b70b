/**
 * Integer product of 7-bit rows with an 8-bit matrix in tiles of 8 columns (layout: pack.ts), for machines with relaxed
 * SIMD. Two ways to the same integers: `Sums` i32 is one instruction for four products, which a processor either has
 * (then nothing is faster) or is given three for. i16 adds pairs of products in 16 bits, where `pack` has made sure that
 * they fit, and widens half as often.
 *
 * @param q i8 [rows, depth]
 * @param first tile to start with
 * @param last tile to end before
 * @param out i32, column 0 of the first tile; rows `outPitch` bytes apart
 */
@inline export function product8<Sums>(
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
  const size: i32 = depth << 3;
  const fours = rows & ~3;
  const starts = matrix + (columns >> 3) * size;
  for (let tile = first; tile < last; tile++) {
    const w = matrix + tile * size;
    const extras = matrix + load<u32>(starts + (tile << 2)),
      extrasEnd = matrix + load<u32>(starts + (tile << 2), 4);
    let p = q,
      o = out;
    for (let row = 0; row < fours; row += 4) {
      fourRows<Sums>(p, depth, w, size, extras, extrasEnd, o, outPitch);
      p += depth << 2;
      o += outPitch << 2;
    }
    for (let row = fours; row < rows; row++) {
      oneRow<Sums>(p, w, size, extras, extrasEnd, o);
      p += depth;
      o += outPitch;
    }
    out += 32;
  }
}

/** Eight products into each of four sums. */
@inline function plus<Sums>(sum: v128, w0: v128, w1: v128, x0: v128, x1: v128): v128 {
  if (sizeof<Sums>() == 4)
    return i32x4.relaxed_dot_i8x16_i7x16_add_s(
      w1,
      x1,
      i32x4.relaxed_dot_i8x16_i7x16_add_s(w0, x0, sum),
    );
  const pairs = i16x8.add(
    i16x8.relaxed_dot_i8x16_i7x16_s(w0, x0),
    i16x8.relaxed_dot_i8x16_i7x16_s(w1, x1),
  );
  return i32x4.add(sum, i32x4.dot_i16x8_s(pairs, i16x8.splat(1)));
}

@inline function plusExtra(sum: v128, w: v128, x: v128): v128 {
  return i32x4.relaxed_dot_i8x16_i7x16_add_s(w, x, sum);
}

@inline function fourRows<Sums>(
  q: usize,
  depth: i32,
  w: usize,
  size: i32,
  extra: usize,
  extrasEnd: usize,
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
  let p0 = q,
    p1 = p0 + depth,
    p2 = p1 + depth,
    p3 = p2 + depth;
  for (const end = w + size; w < end; w += 64) {
    const u0 = v128.load(w),
      v0 = v128.load(w, 16),
      u1 = v128.load(w, 32),
      v1 = v128.load(w, 48);
    let x = v128.load32_splat(p0),
      y = v128.load32_splat(p0, 4);
    a0 = plus<Sums>(a0, u0, u1, x, y);
    a1 = plus<Sums>(a1, v0, v1, x, y);
    x = v128.load32_splat(p1);
    y = v128.load32_splat(p1, 4);
    b0 = plus<Sums>(b0, u0, u1, x, y);
    b1 = plus<Sums>(b1, v0, v1, x, y);
    x = v128.load32_splat(p2);
    y = v128.load32_splat(p2, 4);
    c0 = plus<Sums>(c0, u0, u1, x, y);
    c1 = plus<Sums>(c1, v0, v1, x, y);
    x = v128.load32_splat(p3);
    y = v128.load32_splat(p3, 4);
    d0 = plus<Sums>(d0, u0, u1, x, y);
    d1 = plus<Sums>(d1, v0, v1, x, y);
    p0 += 8;
    p1 += 8;
    p2 += 8;
    p3 += 8;
  }
  for (; extra < extrasEnd; extra += 48) {
    const u = v128.load(extra, 16),
      v = v128.load(extra, 32);
    let p = q + load<u32>(extra),
      x = v128.load32_splat(p);
    a0 = plusExtra(a0, u, x);
    a1 = plusExtra(a1, v, x);
    x = v128.load32_splat((p += depth));
    b0 = plusExtra(b0, u, x);
    b1 = plusExtra(b1, v, x);
    x = v128.load32_splat((p += depth));
    c0 = plusExtra(c0, u, x);
    c1 = plusExtra(c1, v, x);
    x = v128.load32_splat(p + depth);
    d0 = plusExtra(d0, u, x);
    d1 = plusExtra(d1, v, x);
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

@inline function oneRow<Sums>(
  q: usize,
  w: usize,
  size: i32,
  extra: usize,
  extrasEnd: usize,
  out: usize,
): void {
  let a0 = i32x4.splat(0),
    a1 = a0,
    p = q;
  for (const end = w + size; w < end; w += 64) {
    const x = v128.load32_splat(p),
      y = v128.load32_splat(p, 4);
    a0 = plus<Sums>(a0, v128.load(w), v128.load(w, 32), x, y);
    a1 = plus<Sums>(a1, v128.load(w, 16), v128.load(w, 48), x, y);
    p += 8;
  }
  for (; extra < extrasEnd; extra += 48) {
    const x = v128.load32_splat(q + load<u32>(extra));
    a0 = plusExtra(a0, v128.load(extra, 16), x);
    a1 = plusExtra(a1, v128.load(extra, 32), x);
  }
  v128.store(out, a0);
  v128.store(out, a1, 16);
}
