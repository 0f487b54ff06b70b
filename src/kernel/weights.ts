import type { Arena } from './arena.ts';
import type { Functions } from './builds.ts';
import type { Tensors } from './tensors.ts';

/** A matrix of 8-bit weights, packed. */
export interface Matrix {
  address: number;
  depth: number;
  columns: number;
  /** f32 [3][columns]: each column's scale, its sum scaled, its bias. */
  constants: number;
}

/** Gain and bias of a layer norm. */
export interface Norm {
  gain: number;
  bias: number;
}

export interface Layer {
  qkv: Matrix;
  o: Matrix;
  ln1: Norm;
  f1: Matrix;
  f2: Matrix;
  ln2: Norm;
}

export interface Weights {
  hidden: number;
  /** Width between the two matrices of the feed-forward part. */
  inner: number;
  classes: number;
  vocabulary: number;
  /** Bits of a word's numbers. */
  bits: 4 | 8;
  words: number;
  wordScales: number;
  places: number;
  norm: Norm;
  layers: readonly Layer[];
  pool: { weights: number; bias: number };
  head: { weights: number; bias: number };
}

/** Multiples that the vectors of the kernel ask for. */
const HEAD_WIDTH = 32;

/** Puts a model's tensors where the kernel reads them. Names and layouts: the model's card. */
export function placeWeights(
  tensors: Tensors,
  { put, take, endAt, memory }: Arena,
  { pack }: Functions,
): Weights {
  const [vocabulary = 0, hidden = 0] = tensors.dims('word_q');
  const floats = (name: string) => put(tensors.floats(name));
  const norm = (name: string): Norm => ({ gain: floats(`${name}_g`), bias: floats(`${name}_b`) });

  function raw(bytes: Uint8Array) {
    const address = take(bytes.length);
    new Uint8Array(memory.buffer, address, bytes.length).set(bytes);
    return address;
  }

  function matrix(name: string): Matrix {
    const [depth = 0, columns = 0] = tensors.dims(`${name}_q`);
    if (depth === 0 || columns === 0 || depth % HEAD_WIDTH || columns % HEAD_WIDTH)
      throw new Error(`${name}_q is of size ${depth} x ${columns}`);
    const sums = take(columns * 4);
    const address = take(0);
    // The original waits at the end of memory, where nothing lies yet, until it is packed.
    const source = memory.buffer.byteLength - depth * columns;
    new Uint8Array(memory.buffer, source).set(tensors.bytes(`${name}_q`));
    endAt(pack(source, depth, columns, address, sums));
    new Uint8Array(memory.buffer, source).fill(0);

    const scales = tensors.floats(`${name}_s`);
    const scaled = scales.map((scale, n) => scale * new Float32Array(memory.buffer, sums)[n]!);
    const constants = put(scales);
    put(scaled);
    put(tensors.floats(`${name}_b`));
    return { address, depth, columns, constants };
  }

  const layers: Layer[] = [];
  for (let i = 0; tensors.has(`l${i}_qkv_q`); i++) {
    const part = (name: string) => `l${i}_${name}`;
    layers.push({
      qkv: matrix(part('qkv')),
      o: matrix(part('o')),
      ln1: norm(part('ln1')),
      f1: matrix(part('f1')),
      f2: matrix(part('f2')),
      ln2: norm(part('ln2')),
    });
  }
  if (layers.length === 0) throw new Error('the model has no layers');

  const packed = tensors.nibbles('word_q');
  return {
    hidden,
    vocabulary,
    inner: layers[0]!.f1.columns,
    classes: tensors.dims('cls_w')[0]!,
    bits: packed ? 4 : 8,
    words: raw(packed ?? tensors.bytes('word_q')),
    wordScales: floats('word_s'),
    places: floats('pos_w'),
    norm: norm('ln'),
    layers,
    pool: { weights: put(poolWeights(tensors, hidden)), bias: floats('pool_b') },
    head: { weights: floats('cls_w'), bias: floats('cls_b') },
  };
}

/** [out, in]; the small model's lie [in, out] in 8 bits. One row a text: not worth integers. */
function poolWeights(tensors: Tensors, hidden: number): Float32Array {
  if (tensors.has('pool_w')) return tensors.floats('pool_w');
  const steps = new Int8Array(tensors.bytes('pool_q').slice().buffer);
  const scales = tensors.floats('pool_s');
  return Float32Array.from(steps, (_, i) => {
    const [out, into] = [Math.floor(i / hidden), i % hidden];
    return steps[into * hidden + out]! * scales[out]!;
  });
}
