import { AppError } from '../../core/failure.ts';

/** Small pieces are put together before they become a Blob, which the browser may keep on the disk. */
const PART_BYTES = 4_000_000;

/** Where the bytes of an export go. */
export interface Sink {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** @returns the whole file, where it was not written to a disk */
  close(): Promise<Blob | undefined>;
  /** Gives up: a file that is there already stays as it was. Never rejects. */
  abort(): Promise<void>;
}

/**
 * Writes beside the file and puts the result in its place on close, as createWritable does; so no half file is ever taken for a
 * whole one.
 *
 * @throws AppError quota (as a rejection) when the disk is full
 */
export async function openFile(handle: FileSystemFileHandle): Promise<Sink> {
  const stream = await handle.createWritable();
  return {
    write: (bytes) => stream.write(bytes).catch(refuse),
    close: () => stream.close().then(() => undefined, refuse),
    abort: () => stream.abort().catch(() => undefined),
  };
}

/** Puts the file together as a Blob of Blobs: at most a few MB of it are held by the worker itself. */
export function openBlob(type: string): Sink {
  let parts: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;

  function gather() {
    parts.push(new Blob(pieces));
    pieces = [];
    bytes = 0;
  }

  return {
    write: async (piece) => {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes >= PART_BYTES) gather();
    },
    close: async () => {
      gather();
      return new Blob(parts, { type });
    },
    abort: async () => {
      parts = [];
      pieces = [];
    },
  };
}

function refuse(error: unknown): never {
  if (error instanceof Error && error.name === 'QuotaExceededError')
    throw new AppError({ code: 'quota', detail: `writing the export: ${error.message}` });
  throw error;
}
