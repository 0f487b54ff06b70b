import { AppError } from '../core/failure.ts';

export interface ByteReading {
  gzip: boolean;
  signal?: AbortSignal | undefined;
  /** Bytes of the file on the disk read so far. */
  onRead?: (bytes: number) => void;
  /** The gzip stream is damaged or cut; what came before it is good. */
  onCut?: (detail: string) => void;
}

/** @throws AppError file-unreadable for what a File says when it is gone or changed */
export function unreadable(error: unknown, file: File): unknown {
  if (!(error instanceof DOMException) || error.name === 'AbortError') return error;
  return new AppError({
    code: 'file-unreadable',
    detail: `${error.name}: ${error.message}`,
    subject: file.name,
  });
}

/** The bytes of a part of a file. */
export async function readSlice(file: File, from: number, to: number): Promise<ArrayBuffer> {
  try {
    return await file.slice(from, to).arrayBuffer();
  } catch (error) {
    throw unreadable(error, file);
  }
}

/** The content of a file from its start, unpacked where it is gzip. Stops reading when the caller does. */
export async function* readBytes(file: File, reading: ByteReading): AsyncGenerator<Uint8Array> {
  const chunks = readFile(file, reading);
  yield* reading.gzip ? unzip(chunks, reading) : chunks;
}

async function* readFile(
  file: File,
  { signal, onRead }: ByteReading,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = file.stream().getReader();
  let bytes = 0;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { value, done } = await reader.read();
      if (done) return;
      bytes += value.length;
      onRead?.(bytes);
      yield value;
    }
  } catch (error) {
    throw unreadable(error, file);
  } finally {
    await reader.cancel().catch(() => undefined); // it may have failed already
  }
}

/**
 * A decompression stream that fails forgets what it has unpacked but not yet handed out. So the packed bytes go in by small
 * steps, and the stream is told of the end only once everything before it has been taken.
 */
async function* unzip(
  chunks: AsyncGenerator<Uint8Array<ArrayBuffer>>,
  { onCut }: ByteReading,
): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const out: Uint8Array[] = [];
  let wake = () => {};
  let ended = false;
  let failure: { error: unknown } | undefined;

  const collect = async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      out.push(value);
      wake();
    }
  };
  const collecting = collect()
    .catch((error: unknown) => void (failure = { error }))
    .finally(() => {
      ended = true;
      wake();
    });

  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length && !failure; at += STEP) {
        await writer.write(chunk.subarray(at, at + STEP)).catch(() => settle());
        while (out.length > 0) yield out.shift()!;
      }
      if (failure) break;
    }
    await settle();
    while (out.length > 0) yield out.shift()!;
    if (!failure) void writer.close().catch(() => undefined); // the reader's side says why
    while (!ended) {
      await new Promise<void>((resolve) => (wake = resolve));
      while (out.length > 0) yield out.shift()!;
    }
    await collecting;
    while (out.length > 0) yield out.shift()!;
    if (failure) onCut?.(String(failure.error));
  } finally {
    if (!ended) await reader.cancel().catch(() => undefined);
  }
}

const STEP = 16 * 1024; // bytes

/** Lets what the stream has in hand arrive. */
async function settle() {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setTimeout(resolve));
}
