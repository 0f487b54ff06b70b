/**
 * Word embeddings of 8 bits with a scale for each word, plus those of the positions.
 *
 * @param ids u32 [rows]
 * @param positions u32 [rows]: place in the text
 * @param words i8 [vocabulary, columns]; columns a multiple of 16
 * @param scales f32 [vocabulary]
 * @param places f32 [longest, columns]
 * @param out f32 [rows, columns]
 */
export function embed8(
  ids: usize,
  positions: usize,
  rows: i32,
  columns: i32,
  words: usize,
  scales: usize,
  places: usize,
  out: usize,
): void {
  for (let row = 0; row < rows; row++) {
    const id = load<u32>(ids + (row << 2));
    const scale = v128.load32_splat(scales + (id << 2));
    let p = places + load<u32>(positions + (row << 2)) * (columns << 2);
    for (let w = words + id * columns, end = w + columns; w < end; w += 8) {
      const v = v128.load8x8_s(w);
      put(out, i32x4.extend_low_i16x8_s(v), scale, p);
      put(out + 16, i32x4.extend_high_i16x8_s(v), scale, p + 16);
      out += 32;
      p += 32;
    }
  }
}

/** Columns that share a scale: block_size of the graph's GatherBlockQuantized. */
const BLOCK: i32 = 32;

/**
 * The same with words of 4 bits, the first of two in the low half of a byte, and a scale for each 32 columns.
 *
 * @param words 4 bits, signed [vocabulary, columns]; columns a multiple of 32
 * @param scales f32 [vocabulary, columns / 32]
 */
export function embed4(
  ids: usize,
  positions: usize,
  rows: i32,
  columns: i32,
  words: usize,
  scales: usize,
  places: usize,
  out: usize,
): void {
  for (let row = 0; row < rows; row++) {
    const id = load<u32>(ids + (row << 2));
    let p = places + load<u32>(positions + (row << 2)) * (columns << 2);
    let w = words + ((id * columns) >> 1);
    let s = scales + id * (columns / BLOCK) * 4;
    for (let column = 0; column < columns; column += BLOCK) {
      const scale = v128.load32_splat(s);
      for (let part = 0; part < 4; part++) {
        // 8 columns in 4 bytes: each half is moved to the top of a byte, and comes down with its sign.
        const bytes = v128.load32_zero(w);
        const low = i8x16.shr_s(i8x16.shl(bytes, 4), 4),
          high = i8x16.shr_s(bytes, 4);
        const v = i16x8.extend_low_i8x16_s(
          v128.shuffle<i8>(low, high, 0, 16, 1, 17, 2, 18, 3, 19, 0, 0, 0, 0, 0, 0, 0, 0),
        );
        put(out, i32x4.extend_low_i16x8_s(v), scale, p);
        put(out + 16, i32x4.extend_high_i16x8_s(v), scale, p + 16);
        w += 4;
        out += 32;
        p += 32;
      }
      s += 4;
    }
  }
}

@inline function put(out: usize, steps: v128, scale: v128, place: usize): void {
  v128.store(out, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(steps), scale), v128.load(place)));
}
