import { AppError } from '../core/failure.ts';
import type { HowFound, Reading } from '../core/intake.ts';
import { readBytes, readSlice } from './bytes.ts';
import { readSheetNames, readSheetRows } from './excel.ts';
import { hasHeader } from './header.ts';
import { openParquet, parquetPieces } from './parquet.ts';
import type { Piece } from './piece.ts';
import { sniff } from './sniff.ts';
import { openText, textPieces } from './text-source.ts';
import type { Pass } from './pass.ts';

/** What the formats have in common: records from the start, as often as asked for. */
export interface Opened {
  reading: Reading;
  encodingFrom?: HowFound;
  sheets?: readonly string[];
  /** Names that the format itself knows. */
  names?: readonly string[];
  pieces: (pass: Pass) => AsyncGenerator<Piece[]>;
}

/**
 * Finds out what a file is and how its records are reached.
 *
 * @throws AppError file-empty, file-binary, file-encrypted, file-damaged, file-too-large, file-unreadable
 */
export async function openFormat(file: File, chosen: Partial<Reading>): Promise<Opened> {
  if (file.size === 0)
    throw new AppError({ code: 'file-empty', detail: '0 bytes', subject: file.name });
  const head = new Uint8Array(await readSlice(file, 0, 512 * 1024));
  let kind = sniff(head, file.name);
  if (kind === 'zip') return openWorkbook(file, chosen);
  if (kind === 'parquet') {
    const parquet = await openParquet(file);
    return {
      reading: { format: 'parquet', gzip: false },
      names: parquet.columns,
      pieces: ({ signal, onRead = () => {} }) => parquetPieces(file, parquet, signal, onRead),
    };
  }
  const gzip = kind === 'gzip';
  if (gzip) {
    const unpacked = await firstBytes(file, 64 * 1024);
    if (unpacked.length === 0)
      throw new AppError({
        code: file.size < 64 ? 'file-empty' : 'file-damaged',
        detail: 'nothing could be unpacked',
        subject: file.name,
      });
    kind = sniff(unpacked, file.name);
    if (kind !== 'text')
      throw new AppError({
        code: 'file-binary',
        detail: `gzip around ${kind}`,
        subject: file.name,
      });
  }
  const { reading, encodingFrom } = await openText(file, gzip, chosen);
  return { reading, encodingFrom, pieces: (pass) => textPieces(file, reading, pass) };
}

async function firstBytes(file: File, most: number): Promise<Uint8Array> {
  for await (const chunk of readBytes(file, { gzip: true }))
    if (chunk.length > 0) return chunk.slice(0, most);
  return new Uint8Array();
}

async function openWorkbook(file: File, chosen: Partial<Reading>): Promise<Opened> {
  const sheets = await readSheetNames(file);
  const sheet =
    chosen.sheet !== undefined && sheets.includes(chosen.sheet) ? chosen.sheet : sheets[0]!;
  const rows = await readSheetRows(file, sheet);
  if (rows.length === 0 && sheets.length === 1)
    throw new AppError({
      code: 'file-empty',
      detail: 'a sheet without values',
      subject: file.name,
    });
  const header = chosen.header ?? hasHeader(rows.slice(0, 200));
  async function* pieces({ signal, onRead }: Pass): AsyncGenerator<Piece[]> {
    for (let at = 0; at < rows.length; at += 4096) {
      signal?.throwIfAborted();
      yield rows.slice(at, at + 4096).map((value) => ({ value }));
      onRead?.(Math.round((file.size * Math.min(at + 4096, rows.length)) / rows.length));
    }
  }
  return { reading: { format: 'excel', gzip: false, sheet, header }, sheets, pieces };
}
