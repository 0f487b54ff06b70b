import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { BUILDS, makeKernel, type Made } from './made-kernel.ts';

const range = (count: number) => Array.from({ length: count }, (_, i) => i);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Numbers from a seed: arrays of thousands, which fast-check would take long to draw and to shrink. */
function drawer(seed: number) {
  let state = seed | 1;
  const next = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    return ((state ^= state >>> 15) >>> 0) / 2 ** 32;
  };
  return {
    integers: (count: number, from: number, to: number) =>
      range(count).map(() => from + Math.floor(next() * (to - from + 1))),
    floats: (count: number, size = 1) =>
      range(count).map(() => Math.fround((next() + next() + next() - 1.5) * size)),
  };
}

const seed = fc.integer({ min: 1 });
const upTo = (max: number, min = 1) => fc.integer({ min, max });
const near = (actual: readonly number[], expected: readonly number[], tolerance: number) => {
  expect(actual).toHaveLength(expected.length);
  const worst = Math.max(...actual.map((value, i) => Math.abs(value - expected[i]!)));
  expect(worst).toBeLessThanOrEqual(tolerance);
};

describe.each(BUILDS)('the %s build', (build) => {
  let made: Made;
  beforeAll(async () => {
    made = await makeKernel(build);
  });

  /** Runs a property with fresh memory each time. */
  function always<T extends [unknown, ...unknown[]]>(
    arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
    check: (...values: T) => void,
    numRuns = 25,
  ) {
    const property = fc.property(...arbitraries, (...values: T) => {
      made.fresh();
      check(...values);
    });
    fc.assert(property, { numRuns });
  }

  /** Packs weights and multiplies quantized rows with columns `from` to `to`. */
  function multiply(
    way: 'product' | 'productDirect',
    [q, w]: [readonly number[], readonly number[]],
    [rows, depth, columns, from, to]: [number, number, number, number, number],
  ) {
    const source = made.putBytes(w);
    const sums = made.take(columns * 4);
    const matrix = made.take(0);
    made.endAt(made.kernel.pack(source, depth, columns, matrix, sums));
    const rowsAt = build === 'relaxed' ? made.putBytes(q) : made.putShorts(q);
    const out = made.take(rows * (to - from) * 4);
    const pitch = (to - from) * 4;
    made.kernel[way](rowsAt, rows, depth, matrix, columns, from / 8, to / 8, out, pitch);
    return { sums: made.floats(sums, columns), out: made.integers(out, rows * (to - from)) };
  }

  it.each(['product', 'productDirect'] as const)(
    'multiplies exactly, whatever the weights and the part of the columns: %s',
    (way) => {
      const limits = fc.constantFrom([-127, 127], [-20, 20], [127, 127], [-127, -127], [90, 127]);
      always(
        [upTo(9), upTo(6), upTo(4), upTo(3, 0), limits, seed],
        (rows, eights, tiles, first, [least, most], seed) => {
          const draw = drawer(seed);
          const [depth, columns] = [eights * 8, tiles * 8];
          const from = Math.min(first, tiles - 1) * 8;
          const q = draw.integers(rows * depth, 0, 127);
          const w = draw.integers(depth * columns, least, most);
          if (seed % 2) q.fill(127);
          const { out, sums } = multiply(way, [q, w], [rows, depth, columns, from, columns]);
          const column = (n: number) => range(depth).map((k) => w[k * columns + n]!);
          const expected = range(rows).flatMap((row) =>
            range(columns - from).map((n) =>
              sum(column(from + n).map((weight, k) => weight * q[row * depth + k]!)),
            ),
          );
          expect(out).toEqual(expected);
          expect(sums).toEqual(range(columns).map((n) => sum(column(n))));
        },
      );
    },
  );

  it('multiplies 16-bit integers exactly', () => {
    always([upTo(9), upTo(20), upTo(3), seed], (rows, pairs, tiles, seed) => {
      const draw = drawer(seed);
      const [depth, columns] = [pairs * 2, tiles * 8];
      const a = draw.integers(rows * depth, -8191, 8191);
      const tiled = draw.integers(depth * columns, -8191, 8191);
      const at = (k: number, n: number) =>
        tiled[(((n >> 3) * pairs + (k >> 1)) * 8 + (n & 7)) * 2 + (k & 1)]!;
      const out = made.take(rows * columns * 4);
      const [x, w] = [made.putShorts(a), made.putShorts(tiled)];
      made.kernel.product16(x, rows, depth * 2, depth, w, columns, out, columns * 4);
      const expected = range(rows).flatMap((row) =>
        range(columns).map((n) => sum(range(depth).map((k) => a[row * depth + k]! * at(k, n)))),
      );
      expect(made.integers(out, rows * columns)).toEqual(expected);
    });
  });

  it('quantizes each row to 7 bits, within half a step', () => {
    always(
      [upTo(5), upTo(4), fc.constantFrom(0, 1e-6, 1, 1000), seed],
      (rows, parts, size, seed) => {
        const depth = parts * 16;
        const x = drawer(seed).floats(rows * depth, size);
        const [from, q] = [made.put(x), made.take(rows * depth * 2)];
        const [scales, minima] = [made.take(rows * 4), made.take(rows * 4)];
        made.kernel.quantize(from, rows, depth, q, scales, minima);
        const steps = (build === 'relaxed' ? made.bytes : made.shorts)(q, rows * depth);
        const [scale, minimum] = [made.floats(scales, rows), made.floats(minima, rows)];
        expect(steps.every((step) => step >= 0 && step <= 127)).toBe(true);
        x.forEach((value, i) => {
          const row = Math.floor(i / depth);
          const back = minimum[row]! + scale[row]! * steps[i]!;
          expect(Math.abs(back - value)).toBeLessThanOrEqual(scale[row]! * 0.501 + size * 1e-6);
        });
      },
    );
  });

  /** Sums, scales, minima and constants of a made matrix product, and the floats they stand for. */
  function madeSums(rows: number, columns: number, seed: number) {
    const draw = drawer(seed);
    const sums = draw.integers(rows * columns, -300_000, 300_000);
    const [scales, minima] = [draw.floats(rows, 0.02).map(Math.abs), draw.floats(rows)];
    const [s, scaled, bias] = [0.001, 0.5, 1].map((size) => draw.floats(columns, size)) as [
      number[],
      number[],
      number[],
    ];
    const values = sums.map((integer, i) => {
      const [row, n] = [Math.floor(i / columns), i % columns];
      return integer * scales[row]! * s[n]! + minima[row]! * scaled[n]! + bias[n]!;
    });
    return {
      values,
      at: made.putIntegers(sums),
      scales: made.put(scales),
      minima: made.put(minima),
      constants: made.put([...s, ...scaled, ...bias]),
    };
  }

  it('turns sums into floats', () => {
    always([upTo(5), upTo(9), seed], (rows, fours, seed) => {
      const columns = fours * 4;
      const { values, at, scales, minima, constants } = madeSums(rows, columns, seed);
      const pitch = columns * 4;
      made.kernel.dequantize(at, rows, columns, pitch, scales, minima, constants, pitch);
      near(made.floats(at, rows * columns), values, 1e-4);
    });
  });

  it('applies the exact GELU', () => {
    always([upTo(5), upTo(9), seed], (rows, eights, seed) => {
      const columns = eights * 8;
      const { values, at, scales, minima, constants } = madeSums(rows, columns, seed);
      made.kernel.gelu(at, rows, columns, scales, minima, constants);
      near(made.floats(at, rows * columns), values.map(gelu), 6e-4);
    });
    const x = range(4000).map((i) => i / 200 - 10); // as sums, with scale 1 / 200
    made.fresh();
    const [at, scales, minima] = [
      made.putIntegers(range(4000).map((i) => i - 2000)),
      made.put([1 / 200]),
      made.put([0]),
    ];
    const constants = made.put([...range(4000).map(() => 1), ...range(8000).map(() => 0)]);
    made.kernel.gelu(at, 1, 4000, scales, minima, constants);
    near(made.floats(at, 4000), x.map(gelu), 5e-4);
  });

  it('normalises, also with what comes out of a matrix added', () => {
    always([upTo(5), upTo(9), seed], (rows, fours, seed) => {
      const columns = fours * 4;
      const draw = drawer(seed);
      const x = draw.floats(rows * columns, 3);
      const [gain, bias] = [draw.floats(columns), draw.floats(columns)];
      const [g, b] = [made.put(gain), made.put(bias)];
      const plain = made.put(x);
      made.kernel.norm(plain, rows, columns, g, b);
      near(made.floats(plain, x.length), slowNorm(x, gain, bias), 2e-3);

      const { values, at, scales, minima, constants } = madeSums(rows, columns, seed);
      const sum = made.put(x);
      made.kernel.residualNorm(sum, at, rows, columns, scales, minima, constants, g, b);
      const added = x.map((value, i) => value + values[i]!);
      near(made.floats(sum, x.length), slowNorm(added, gain, bias), 2e-3);
    });
  });

  it('attends as in floats, for any length and any number of who asks', () => {
    always(
      [upTo(40), upTo(3), fc.boolean(), fc.constantFrom(0.1, 1, 4), seed],
      (n, heads, one, size, seed) => {
        const hidden = heads * 32;
        const draw = drawer(seed);
        const [count, pitch] = [one ? 1 : n, hidden * 12];
        const qkv = draw.floats(n * hidden * 3, size);
        const x = made.put(qkv);
        const out = made.take(count * hidden * 4);
        const scratch = made.take(made.kernel.attendScratch(n));
        made.kernel.attend(x, count, pitch, x + hidden * 4, n, pitch, hidden, out, scratch);
        near(made.floats(out, count * hidden), slowAttention(qkv, count, n, hidden), size * 4e-3);
      },
      40,
    );
  });

  it('gathers word embeddings of 8 and of 4 bits', () => {
    always([upTo(7), upTo(3), seed], (rows, blocks, seed) => {
      const columns = blocks * 32;
      const words = 11;
      const draw = drawer(seed);
      const [ids, positions] = [draw.integers(rows, 0, words - 1), draw.integers(rows, 0, 4)];
      const places = draw.floats(5 * columns);
      const [idsAt, positionsAt] = [made.putIntegers(ids), made.putIntegers(positions)];
      const placesAt = made.put(places);
      const out = made.take(rows * columns * 4);
      const expected = (value: (id: number, column: number) => number) =>
        ids.flatMap((id, row) =>
          range(columns).map((n) => value(id, n) + places[positions[row]! * columns + n]!),
        );

      const eight = draw.integers(words * columns, -127, 127);
      const scales = draw.floats(words);
      const [w, s] = [made.putBytes(eight), made.put(scales)];
      made.kernel.embed8(idsAt, positionsAt, rows, columns, w, s, placesAt, out);
      const wide = expected((id, n) => eight[id * columns + n]! * scales[id]!);
      near(made.floats(out, rows * columns), wide, 1e-4);

      const four = draw.integers(words * columns, -8, 7);
      const pairs = range(four.length / 2).map(
        (i) => (four[2 * i]! & 15) | ((four[2 * i + 1]! & 15) << 4),
      );
      const blockScales = draw.floats(words * blocks);
      const [w4, s4] = [made.putBytes(pairs), made.put(blockScales)];
      made.kernel.embed4(idsAt, positionsAt, rows, columns, w4, s4, placesAt, out);
      const narrow = expected(
        (id, n) => four[id * columns + n]! * blockScales[id * blocks + (n >> 5)]!,
      );
      near(made.floats(out, rows * columns), narrow, 1e-4);
    });
  });

  it('multiplies floats, takes tanh and averages rows', () => {
    always([upTo(5), upTo(6), upTo(6), seed], (rows, fours, columns, seed) => {
      const depth = fours * 4;
      const draw = drawer(seed);
      const [x, w, b] = [
        draw.floats(rows * depth, 4),
        draw.floats(columns * depth),
        draw.floats(columns),
      ];
      const [xAt, out] = [made.put(x), made.take(rows * columns * 4)];
      made.kernel.dense(xAt, rows, depth, made.put(w), columns, made.put(b), out);
      const product = range(rows).flatMap((row) =>
        range(columns).map(
          (n) => b[n]! + sum(range(depth).map((k) => x[row * depth + k]! * w[n * depth + k]!)),
        ),
      );
      near(made.floats(out, rows * columns), product, 1e-4);

      const average = made.take(depth * 4);
      made.kernel.mean(xAt, rows, depth, average);
      const means = range(depth).map(
        (n) => sum(range(rows).map((row) => x[row * depth + n]!)) / rows,
      );
      near(made.floats(average, depth), means, 1e-5);

      made.kernel.tanh(xAt, rows * depth);
      near(made.floats(xAt, rows * depth), x.map(Math.tanh), 1e-5);
    });
  });
});

/** P(a normal variable is under x) times x; the error function by its series, or its continued fraction far out. */
function gelu(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  let erf: number;
  if (z < 3) {
    let term = z;
    erf = z;
    for (let i = 1; i < 60; i++) {
      term *= -(z * z) / i;
      erf += term / (2 * i + 1);
    }
    erf *= 2 / Math.sqrt(Math.PI);
  } else {
    let tail = 0;
    for (let i = 40; i > 0; i--) tail = i / 2 / (z + tail);
    erf = 1 - Math.exp(-z * z) / Math.sqrt(Math.PI) / (z + tail);
  }
  return (x * (1 + Math.sign(x) * erf)) / 2;
}

function slowNorm(x: readonly number[], gain: readonly number[], bias: readonly number[]) {
  const columns = gain.length;
  return range(x.length / columns).flatMap((row) => {
    const values = x.slice(row * columns, (row + 1) * columns);
    const mean = sum(values) / columns;
    const variance = sum(values.map((value) => (value - mean) ** 2)) / columns;
    return values.map(
      (value, n) => ((value - mean) / Math.sqrt(variance + 1e-12)) * gain[n]! + bias[n]!,
    );
  });
}

function slowAttention(qkv: readonly number[], count: number, n: number, hidden: number) {
  const at = (row: number, part: number, column: number) =>
    qkv[row * 3 * hidden + part * hidden + column]!;
  const out = new Array<number>(count * hidden).fill(0);
  for (let head = 0; head < hidden; head += 32)
    for (let i = 0; i < count; i++) {
      const scores = range(n).map(
        (j) => sum(range(32).map((d) => at(i, 0, head + d) * at(j, 1, head + d))) / Math.sqrt(32),
      );
      const most = Math.max(...scores);
      const weights = scores.map((score) => Math.exp(score - most));
      const total = sum(weights);
      for (let d = 0; d < 32; d++)
        out[i * hidden + head + d] =
          sum(weights.map((weight, j) => weight * at(j, 2, head + d))) / total;
    }
  return out;
}
