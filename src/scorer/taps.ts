const utf8 = new TextEncoder();

/**
 * The model's files, with inner tensors among the outputs of its graph. Protocol buffers allow it without rewriting
 * the file: a message may go on in a second part, whose repeated fields are added to the first's
 * (protobuf.dev/programming-guides/encoding, "Last One Wins"). Fields: ModelProto.graph 7, GraphProto.output 12,
 * ValueInfoProto.name 1 (onnx.proto).
 *
 * @param names of tensors in the graph, each under 100 bytes
 */
export function withTaps(
  files: Record<string, Blob>,
  names: readonly string[],
): Record<string, Blob> {
  const more = names.map((name) => field(7, field(12, field(1, utf8.encode(name)))));
  return Object.fromEntries(
    Object.entries(files).map(([file, blob]) => [
      file,
      file.endsWith('.onnx') ? new Blob([blob, ...more]) : blob,
    ]),
  );
}

/** A length-delimited field: number and wire type 2 in one byte, length in another. */
function field(number: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([(number << 3) | 2, content.length, ...content]);
}
