import { readInitializers, type Tensor } from './read-onnx.ts';

/** TensorProto.DataType (onnx.proto). */
const FLOAT = 1;
const INT8 = 3;
const FLOAT16 = 10;
const INT4 = 22;

/** A model file's tensors, checked for what the kernel takes them to be. */
export interface Tensors {
  has: (name: string) => boolean;
  dims: (name: string) => readonly number[];
  /** 16-bit floats are widened. */
  floats: (name: string) => Float32Array;
  /** 8-bit integers, as they lie in the file. */
  bytes: (name: string) => Uint8Array;
  /** Two signed integers of 4 bits in each byte, the first in the low half; undefined where the tensor has 8 bits. */
  nibbles: (name: string) => Uint8Array | undefined;
}

/** Reads an ONNX file. Its functions throw an Error that names the tensor which is missing or of another kind. */
export function readTensors(file: Uint8Array): Tensors {
  const all = readInitializers(file);

  function find(name: string, ...types: number[]): Tensor {
    const tensor = all.get(name);
    if (!tensor) throw new Error(`the model has no ${name}`);
    if (!types.includes(tensor.type)) throw new Error(`${name} is of type ${tensor.type}`);
    return tensor;
  }

  return {
    has: (name) => all.has(name),
    dims: (name) => find(name, FLOAT, INT8, FLOAT16, INT4).dims,
    floats(name) {
      const { bytes, type } = find(name, FLOAT, FLOAT16);
      const aligned = bytes.slice().buffer;
      return type === FLOAT ? new Float32Array(aligned) : widen(new Uint16Array(aligned));
    },
    bytes: (name) => find(name, INT8).bytes,
    nibbles: (name) => {
      const { type, bytes } = find(name, INT8, INT4);
      return type === INT4 ? bytes : undefined;
    },
  };
}

/** IEEE 754 half to single precision: Float16Array is too new for the browsers we serve. */
export function widen(halves: Uint16Array): Float32Array {
  return Float32Array.from(halves, (bits) => {
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >> 10) & 31;
    const fraction = bits & 1023;
    if (exponent === 31) return fraction ? NaN : sign * Infinity;
    return exponent === 0
      ? sign * fraction * 2 ** -24
      : sign * (1024 + fraction) * 2 ** (exponent - 25);
  });
}
