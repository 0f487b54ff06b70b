import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { nextTask } from '../../next-task.ts';

/** Hashed in one go: a few ms of work. */
const PIECE_BYTES = 256 * 1024;
/** The thread belongs to others again after this long. */
const TURN_MS = 12;

/**
 * SHA-256 of a stream, in plain JavaScript (no secure context is needed) and in short turns: the page stays awake.
 *
 * @param onProgress bytes hashed so far
 */
export async function hashStream(
  stream: ReadableStream<Uint8Array>,
  onProgress: (bytes: number) => void,
): Promise<{ sha256: string; bytes: number }> {
  const hash = sha256.create();
  const reader = stream.getReader();
  let bytes = 0;
  let turn = performance.now();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    for (let from = 0; from < chunk.value.length; from += PIECE_BYTES) {
      const piece = chunk.value.subarray(from, from + PIECE_BYTES);
      hash.update(piece);
      bytes += piece.length;
      if (performance.now() - turn < TURN_MS) continue;
      onProgress(bytes);
      await nextTask();
      turn = performance.now();
    }
  }
  return { sha256: bytesToHex(hash.digest()), bytes };
}
