import type { AsyncBuffer, Compressors, FileMetaData } from 'hyparquet';
import { AppError } from '../core/failure.ts';
import { readSlice } from './bytes.ts';
import type { Piece } from './piece.ts';

/** Columns of one row group are unpacked together. Writers make groups of 1 to 128 MB; one huge group would not fit. */
const MOST_GROUP_BYTES = 512e6;
/** Rows turned into objects at a time. */
const STEP_ROWS = 8192;

export interface ParquetFile {
  metadata: FileMetaData;
  columns: readonly string[];
  buffer: AsyncBuffer;
  compressors: Compressors;
}

/** @throws AppError file-damaged, file-encrypted */
export async function openParquet(file: File): Promise<ParquetFile> {
  const { parquetMetadataAsync, parquetSchema } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const buffer: AsyncBuffer = {
    byteLength: file.size,
    slice: (start, end = file.size) => readSlice(file, start, end),
  };
  try {
    const metadata = await parquetMetadataAsync(buffer);
    const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
    return { metadata, columns, buffer, compressors };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError({ code: 'file-damaged', detail: String(error), subject: file.name });
  }
}

/**
 * The rows of a Parquet file as objects, one row group after the other. A group that cannot be read ends it.
 *
 * @param onRead bytes of the file behind us, by the groups read
 */
export async function* parquetPieces(
  file: File,
  { metadata, buffer, compressors, columns }: ParquetFile,
  signal: AbortSignal | undefined,
  onRead: (bytes: number) => void,
): AsyncGenerator<Piece[]> {
  const { parquetReadObjects } = await import('hyparquet');
  let rowStart = 0;
  let bytes = 0;
  for (const group of metadata.row_groups) {
    const groupEnd = rowStart + Number(group.num_rows);
    const size = Number(group.total_byte_size);
    if (size > MOST_GROUP_BYTES)
      throw new AppError({
        code: 'file-too-large',
        detail: `a row group of ${size} bytes; up to ${MOST_GROUP_BYTES} can be read`,
        subject: file.name,
      });
    let rows: Record<string, unknown>[];
    try {
      signal?.throwIfAborted();
      rows = await parquetReadObjects({
        file: buffer,
        metadata,
        compressors,
        rowStart,
        rowEnd: groupEnd,
        columns: [...columns],
      });
    } catch (error) {
      if (error instanceof AppError || signal?.aborted) throw error;
      const detail = `row group from row ${rowStart + 1}: ${String(error)}`;
      yield [{ troubles: [{ kind: 'cut-off', detail, ends: true }] }];
      return;
    }
    for (let at = 0; at < rows.length; at += STEP_ROWS) {
      signal?.throwIfAborted();
      yield rows.slice(at, at + STEP_ROWS).map((value) => ({ value }));
    }
    rowStart = groupEnd;
    bytes += Number(group.total_compressed_size ?? 0);
    onRead(Math.min(file.size, bytes));
  }
  onRead(file.size);
}
