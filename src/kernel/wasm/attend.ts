import { exp2, largestOf, rounded, sumOf } from './lanes';
import { product16 } from './product16';

/** Dimensions of a head. */
const WIDTH: i32 = 32;
/** Largest integer of a query or key: 32 products of two stay under 2^31. */
const QK_MOST: f32 = 8191;
/** Largest integer of a value, and about what a row of weights sums to. */
const V_MOST: f32 = 32767;
/** log2(e) / sqrt(WIDTH): scores are scaled once, for an exponential to base 2. */
const SCORE_SCALE: f32 = 0.2550348616491974;

/** Bytes of scratch that `attend` needs for a text of n tokens. */
export function attendScratch(n: i32): i32 {
  const padded = (n + 7) & ~7;
  return padded * (3 * WIDTH * 2 + 2 * 4 + 4 * 4 + 4 * 2) + 4 * WIDTH * 4;
}

/**
 * Attention within one text. Queries, keys and values become 16-bit integers, queries and keys with a scale for each
 * token, values with one for each head; both products are those of product16.
 *
 * @param queries f32 [count, hidden], rows `queryPitch` bytes apart: who asks
 * @param keys f32 [n, 2 * hidden], rows `pitch` bytes apart: keys and values
 * @param out f32 [count, hidden]
 * @param scratch of attendScratch(n) bytes, aligned to 16
 */
export function attend(
  queries: usize,
  count: i32,
  queryPitch: i32,
  keys: usize,
  n: i32,
  pitch: i32,
  hidden: i32,
  out: usize,
  scratch: usize,
): void {
  const padded = (n + 7) & ~7,
    even = (n + 1) & ~1;
  const q = scratch,
    k = q + padded * WIDTH * 2,
    v = k + padded * WIDTH * 2,
    qScales = v + padded * WIDTH * 2,
    kScales = qScales + padded * 4,
    scores = kScales + padded * 4,
    weights = scores + padded * 16,
    mixed = weights + padded * 8;
  const scorePitch: i32 = padded << 2,
    weightPitch: i32 = padded << 1;
  for (let head = 0; head < hidden; head += WIDTH) {
    const queryRows = queries + (head << 2),
      keyRows = keys + (head << 2),
      valueRows = keyRows + (hidden << 2);
    for (let i = 0; i < count; i++)
      integers(queryRows + i * queryPitch, q + i * (WIDTH * 2), qScales + (i << 2), SCORE_SCALE);
    packKeys(keyRows, n, padded, pitch, k, kScales, mixed);
    const step = packValues(valueRows, n, pitch, v);
    for (let i = 0; i < count; i += 4) {
      const rows = min(4, count - i);
      product16(q + i * (WIDTH * 2), rows, WIDTH * 2, WIDTH, k, padded, scores, scorePitch);
      for (let row = 0; row < rows; row++) {
        const total = softmax(
          scores + row * scorePitch,
          n,
          padded,
          f32.load(qScales + ((i + row) << 2)),
          kScales,
          weights + row * weightPitch,
        );
        f32.store(qScales + ((i + row) << 2), step / <f32>total); // the query's scale has done its work
      }
      product16(weights, rows, weightPitch, even, v, WIDTH, mixed, WIDTH * 4);
      for (let row = 0; row < rows; row++) {
        const scale = v128.load32_splat(qScales + ((i + row) << 2));
        const from = mixed + row * (WIDTH * 4),
          to = out + (((i + row) * hidden + head) << 2);
        for (let d = 0; d < WIDTH * 4; d += 16)
          v128.store(to + d, f32x4.mul(f32x4.convert_i32x4_s(v128.load(from + d)), scale));
      }
    }
  }
}

/** One row of 32 floats to integers up to QK_MOST. @param factor goes into the scale that is stored */
@inline function integers(x: usize, to: usize, scale: usize, factor: f32): void {
  let high = f32x4.abs(v128.load(x));
  for (let d = 16; d < WIDTH * 4; d += 16) high = f32x4.pmax(high, f32x4.abs(v128.load(x + d)));
  const most = max<f32>(largestOf(high), 1e-12);
  f32.store(scale, (most / QK_MOST) * factor);
  const inverse = f32x4.splat(QK_MOST / most);
  for (let d = 0; d < WIDTH * 4; d += 32) {
    v128.store(to, eight(x + d, inverse));
    to += 16;
  }
}

/** Eight floats to 16-bit integers. */
@inline function eight(x: usize, inverse: v128): v128 {
  return i16x8.narrow_i32x4_s(
    rounded(f32x4.mul(v128.load(x), inverse)),
    rounded(f32x4.mul(v128.load(x, 16), inverse)),
  );
}

/** Keys as tiles of 8: [padded / 8][16][8][2]; those beyond n are zero. @param row scratch of 64 bytes */
function packKeys(
  x: usize,
  n: i32,
  padded: i32,
  pitch: i32,
  tiles: usize,
  scales: usize,
  row: usize,
): void {
  for (let j = 0; j < padded; j++) {
    const to = tiles + (j >> 3) * (WIDTH * 16) + ((j & 7) << 2);
    if (j < n) integers(x, row, scales + (j << 2), 1);
    else {
      memory.fill(row, 0, WIDTH * 2);
      f32.store(scales + (j << 2), 0);
    }
    for (let pair = 0; pair < WIDTH / 2; pair++)
      store<u32>(to + (pair << 5), load<u32>(row + (pair << 2)));
    x += pitch;
  }
}

/** Values as tiles of 8 dimensions: [4][even / 2][8][2]; an odd last token has zeros beside it. @returns their scale */
function packValues(x: usize, n: i32, pitch: i32, tiles: usize): f32 {
  let high = f32x4.splat(1e-12);
  for (let j = 0; j < n; j++)
    for (let d = 0; d < WIDTH * 4; d += 16)
      high = f32x4.pmax(high, f32x4.abs(v128.load(x + j * pitch + d)));
  const most = largestOf(high);
  const inverse = f32x4.splat(V_MOST / most);
  const size: i32 = ((n + 1) >> 1) << 5;
  for (let j = 0; j < n; j += 2) {
    for (let d = 0; d < 4; d++) {
      const a = eight(x + (d << 5), inverse);
      const b = j + 1 < n ? eight(x + pitch + (d << 5), inverse) : i16x8.splat(0);
      const to = tiles + d * size + (j << 4);
      v128.store(to, v128.shuffle<i16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11));
      v128.store(to, v128.shuffle<i16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15), 16);
    }
    x += pitch * 2;
  }
  return most / V_MOST;
}

/**
 * Integer scores of one query to integer weights that sum to about V_MOST.
 *
 * @param scores i32 [padded]; overwritten
 * @param weights i16 [padded]; 0 beyond n
 * @returns the sum of the weights
 */
function softmax(
  scores: usize,
  n: i32,
  padded: i32,
  scale: f32,
  keyScales: usize,
  weights: usize,
): i32 {
  const end = scores + (padded << 2),
    factor = f32x4.splat(scale),
    nothing = f32x4.splat(-1e30);
  let p = scores,
    high = nothing;
  for (const whole = scores + ((n & ~3) << 2); p < whole; p += 16) {
    const y = scaled(p, factor, keyScales);
    v128.store(p, y);
    high = f32x4.pmax(high, y);
    keyScales += 16;
  }
  if (n & 3) {
    const inside = i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(n & 3));
    const y = v128.bitselect(scaled(p, factor, keyScales), nothing, inside);
    v128.store(p, y);
    high = f32x4.pmax(high, y);
    p += 16;
  }
  if (p < end) v128.store(p, nothing);
  const most = f32x4.splat(largestOf(high));
  let sum = f32x4.splat(0);
  for (let p = scores; p < end; p += 16) {
    const y = exp2(f32x4.sub(v128.load(p), most));
    v128.store(p, y);
    sum = f32x4.add(sum, y);
  }
  const share = f32x4.splat(V_MOST / sumOf(sum));
  let total = i32x4.splat(0);
  for (let p = scores; p < end; p += 32) {
    const a = rounded(f32x4.mul(v128.load(p), share)),
      b = rounded(f32x4.mul(v128.load(p, 16), share));
    total = i32x4.add(total, i32x4.add(a, b));
    v128.store(weights, i16x8.narrow_i32x4_s(a, b));
    weights += 16;
  }
  return (
    i32x4.extract_lane(total, 0) +
    i32x4.extract_lane(total, 1) +
    i32x4.extract_lane(total, 2) +
    i32x4.extract_lane(total, 3)
  );
}

@inline function scaled(score: usize, factor: v128, keyScale: usize): v128 {
  return f32x4.mul(
    f32x4.convert_i32x4_s(v128.load(score)),
    f32x4.mul(factor, v128.load(keyScale)),
  );
}
