import { PbfReader } from 'pbf';

/** A constant of an ONNX graph. */
export interface Tensor {
  dims: readonly number[];
  /** TensorProto.DataType: 1 is float32, 2 uint8, 3 int8. */
  type: number;
  /** Row-major, little-endian; a view of the file, whatever its alignment. */
  bytes: Uint8Array;
}

/**
 * The initialisers of an ONNX file by name. Of the format only what holds them is read: ModelProto.graph 7,
 * GraphProto.initializer 5, TensorProto.dims 1, data_type 2, name 8, raw_data 9 (onnx.proto).
 *
 * @throws when the bytes are no protocol buffer
 */
export function readInitializers(file: Uint8Array): Map<string, Tensor> {
  return new PbfReader(file).readFields((field, found, pbf) => {
    if (field === 7) pbf.readMessage(readGraph, found);
  }, new Map<string, Tensor>());
}

function readGraph(field: number, found: Map<string, Tensor>, pbf: PbfReader) {
  if (field !== 5) return;
  const dims: number[] = [];
  const empty = { name: '', type: 0, bytes: new Uint8Array() as Uint8Array };
  const { name, type, bytes } = pbf.readMessage((part, tensor, inner) => {
    if (part === 1) inner.readPackedVarint(dims);
    else if (part === 2) tensor.type = inner.readVarint();
    else if (part === 8) tensor.name = inner.readString();
    else if (part === 9) tensor.bytes = inner.readBytes();
  }, empty);
  found.set(name, { dims, type, bytes });
}
