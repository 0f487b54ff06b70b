import { createArena } from './arena.ts';
import { findBuild, instantiate, type BuildName, type Functions } from './builds.ts';
import { fasterProduct } from './faster-product.ts';
import { readTensors } from './tensors.ts';
import { placeWeights, type Layer, type Matrix, type Norm, type Weights } from './weights.ts';

/** Tokens of a text at most: positions of the models; their config.json. */
export const LONGEST = 512;
/** Tokens that go through the layers together at most. It bounds the memory; nothing is gained beyond BLOCK. */
const MOST_TOKENS = 512;
/** Rows that go through a matrix together: their integers and the sums of the wide matrix stay in the second cache. */
const BLOCK = 64;
/** Beyond the file: extras of the packed matrices, 16-bit floats and the small model's pooler widened. */
const MARGIN = 4 << 20;

export interface Encoder {
  build: BuildName;
  /** One forward pass over each sequence, 1 to LONGEST ids; the others change nothing of it, to the last bit. */
  forward(
    sequences: readonly (readonly number[])[],
    wanted?: { embedding?: boolean },
  ): { logits: Float32Array; embedding: Float32Array | undefined };
}

/**
 * A BERT encoder and classifier from an ONNX file whose tensors are named as our models' are.
 *
 * @throws when the browser lacks the instructions or the memory, or the file is another one
 */
export async function createEncoder(
  file: Uint8Array,
  build: BuildName | undefined = findBuild(),
): Promise<Encoder> {
  if (!build) throw new Error('no WebAssembly SIMD');
  const tensors = readTensors(file);
  const inner = tensors.dims('l0_f1_q')[1]!;
  const hidden = tensors.dims('word_q')[1]!;
  const perToken = 4 * (3 * hidden + 4 * hidden) + 8;
  const arena = createArena(
    file.length * (build === 'baseline' ? 2 : 1) +
      MARGIN +
      MOST_TOKENS * perToken +
      BLOCK * 4 * (2 * inner + hidden),
  );
  const functions = await instantiate(build, arena.memory);
  const weights = placeWeights(tensors, arena, functions);
  const rooms: Rooms = {
    ids: arena.take(MOST_TOKENS * 4),
    positions: arena.take(MOST_TOKENS * 4),
    x: arena.take(MOST_TOKENS * hidden * 4),
    qkv: arena.take(MOST_TOKENS * hidden * 12),
    context: arena.take(MOST_TOKENS * hidden * 4),
    picked: arena.take(MOST_TOKENS * hidden * 4),
    q: arena.take(BLOCK * Math.max(hidden, inner) * 2),
    scales: arena.take(BLOCK * 4),
    minima: arena.take(BLOCK * 4),
    wide: arena.take(BLOCK * inner * 4),
    sums: arena.take(BLOCK * hidden * 4),
    scratch: arena.take(functions.attendScratch(LONGEST)),
    logits: arena.take(MOST_TOKENS * weights.classes * 4),
  };
  const product = fasterProduct(functions, weights.layers[0]!.f1, rooms);
  const runGroup = createPass({ ...functions, product }, weights, rooms, arena.memory);

  return {
    build,
    forward(sequences, { embedding: wanted = false } = {}) {
      const logits = new Float32Array(sequences.length * weights.classes);
      const embedding = wanted ? new Float32Array(sequences.length * hidden) : undefined;
      for (let from = 0; from < sequences.length;) {
        const group = firstGroup(sequences, from);
        const outputs = runGroup(group, wanted);
        logits.set(outputs.logits, from * weights.classes);
        if (outputs.means) embedding?.set(outputs.means, from * hidden);
        from += group.length;
      }
      return { logits, embedding };
    },
  };
}

/** Addresses of what a pass works in. */
export interface Rooms {
  /** u32 [tokens] */
  ids: number;
  positions: number;
  /** f32 [tokens, hidden]: what goes from layer to layer */
  x: number;
  /** f32 [tokens, 3 * hidden] */
  qkv: number;
  /** f32 [tokens, hidden]: what attention gives */
  context: number;
  /** f32 [texts, hidden]: x of each text's first token */
  picked: number;
  /** Quantized rows of a block, and their scales and minima. */
  q: number;
  scales: number;
  minima: number;
  /** i32 or f32 [block, inner] */
  wide: number;
  /** i32 [block, hidden] */
  sums: number;
  scratch: number;
  /** f32 [texts, classes] */
  logits: number;
}

/** As many sequences, from `from` on, as go through the layers together. @throws RangeError for a length out of range */
function firstGroup(sequences: readonly (readonly number[])[], from: number) {
  let tokens = 0;
  let to = from;
  for (; to < sequences.length; to++) {
    const { length } = sequences[to]!;
    if (length < 1 || length > LONGEST) throw new RangeError(`a sequence of ${length} tokens`);
    if (to > from && tokens + length > MOST_TOKENS) break;
    tokens += length;
  }
  return sequences.slice(from, to);
}

type Pass = (
  sequences: readonly (readonly number[])[],
  embedding: boolean,
) => { logits: Float32Array; means: Float32Array | undefined };

/** @returns a forward pass over at most MOST_TOKENS tokens */
function createPass(
  kernel: Functions,
  { hidden, inner, classes, layers, ...weights }: Weights,
  rooms: Rooms,
  { buffer }: WebAssembly.Memory,
): Pass {
  const rowBytes = hidden * 4;
  const { q, scales, minima, x, qkv, context, picked, sums, wide } = rooms;
  const floats = new Float32Array(buffer);

  /** Quantizes rows of floats, and multiplies them with columns `from` to `to` of a matrix: integer sums. */
  function multiply(
    rowsAt: number,
    rows: number,
    { address, depth, columns }: Matrix,
    out: number,
    { from = 0, to = columns, pitch = columns * 4 } = {},
  ) {
    kernel.quantize(rowsAt, rows, depth, q, scales, minima);
    kernel.product(q, rows, depth, address, columns, from / 8, to / 8, out, pitch);
  }

  /** Columns `from` to `to` of queries, keys and values, for all rows. */
  function project(
    rowsAt: number,
    rows: number,
    { qkv: matrix }: Layer,
    out: number,
    part: { from: number; to: number; pitch: number },
  ) {
    const columns = part.to - part.from;
    const constants = matrix.constants + part.from * 4;
    const { pitch } = part;
    for (const [row, count] of blocks(rows)) {
      const at = out + row * pitch;
      multiply(rowsAt + row * rowBytes, count, matrix, at, part);
      kernel.dequantize(at, count, columns, pitch, scales, minima, constants, matrix.columns * 4);
    }
  }

  /** What follows attention in a layer, in place. */
  function feedForward(rowsAt: number, rows: number, { o, ln1, f1, f2, ln2 }: Layer) {
    for (const [row, count] of blocks(rows)) {
      const at = rowsAt + row * rowBytes;
      const add = ({ constants }: Matrix, { gain, bias }: Norm) =>
        kernel.residualNorm(at, sums, count, hidden, scales, minima, constants, gain, bias);
      multiply(context + row * rowBytes, count, o, sums);
      add(o, ln1);
      multiply(at, count, f1, wide);
      kernel.gelu(wide, count, inner, scales, minima, f1.constants);
      multiply(wide, count, f2, sums);
      add(f2, ln2);
    }
  }

  function embed(sequences: readonly (readonly number[])[], starts: readonly number[]) {
    const { vocabulary, bits, words, wordScales, places, norm } = weights;
    const ids = new Uint32Array(buffer, rooms.ids);
    const positions = new Uint32Array(buffer, rooms.positions);
    let tokens = 0;
    for (const [text, sequence] of sequences.entries())
      for (const [i, id] of sequence.entries()) {
        if (!(id >= 0 && id < vocabulary)) throw new RangeError(`no word has the id ${id}`);
        ids[starts[text]! + i] = id;
        positions[starts[text]! + i] = i;
        tokens += 1;
      }
    const gather = bits === 4 ? kernel.embed4 : kernel.embed8;
    gather(rooms.ids, rooms.positions, tokens, hidden, words, wordScales, places, x);
    kernel.norm(x, tokens, hidden, norm.gain, norm.bias);
    return tokens;
  }

  return function run(sequences, embedding) {
    let sum = 0;
    const starts = sequences.map(({ length }) => (sum += length) - length);
    const tokens = embed(sequences, starts);
    const texts = sequences.length;
    const pick = () =>
      starts.forEach((start, text) => {
        const from = x / 4 + start * hidden;
        floats.copyWithin(picked / 4 + text * hidden, from, from + hidden);
      });

    for (const [i, layer] of layers.entries()) {
      // Of the last layer only each text's first token is read, unless the mean of all is wanted.
      const few = i === layers.length - 1 && !embedding;
      const pitch = 3 * rowBytes;
      const from = few ? hidden : 0;
      project(x, tokens, layer, qkv + from * 4, { from, to: 3 * hidden, pitch });
      if (few) {
        pick();
        project(picked, texts, layer, x, { from: 0, to: hidden, pitch: rowBytes }); // x has served
      }
      for (const [text, start] of starts.entries()) {
        const n = sequences[text]!.length;
        const at = qkv + start * pitch;
        const keys = at + rowBytes;
        if (few)
          kernel.attend(
            x + text * rowBytes,
            1,
            rowBytes,
            keys,
            n,
            pitch,
            hidden,
            context + text * rowBytes,
            rooms.scratch,
          );
        else
          kernel.attend(
            at,
            n,
            pitch,
            keys,
            n,
            pitch,
            hidden,
            context + start * rowBytes,
            rooms.scratch,
          );
      }
      if (few) feedForward(picked, texts, layer);
      else feedForward(x, tokens, layer);
    }

    let means: Float32Array | undefined;
    if (embedding) {
      pick();
      for (const [text, start] of starts.entries())
        kernel.mean(
          x + start * rowBytes,
          sequences[text]!.length,
          hidden,
          context + text * rowBytes,
        );
      means = floats.slice(context / 4, context / 4 + texts * hidden);
    }
    const { pool, head } = weights;
    kernel.dense(picked, texts, hidden, pool.weights, hidden, pool.bias, x);
    kernel.tanh(x, texts * hidden);
    kernel.dense(x, texts, hidden, head.weights, classes, head.bias, rooms.logits);
    const logits = floats.slice(rooms.logits / 4, rooms.logits / 4 + texts * classes);
    return { logits, means };
  };
}

/** [first row, number of rows] of each block. */
function* blocks(rows: number): Generator<[number, number]> {
  for (let row = 0; row < rows; row += BLOCK) yield [row, Math.min(BLOCK, rows - row)];
}
