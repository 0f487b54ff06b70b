import { AppError } from '../core/failure.ts';
import type { HowFound, Reading } from '../core/intake.ts';
import { readBytes } from './bytes.ts';
import { createCsv } from './csv.ts';
import { createDecoder } from './decode.ts';
import { newlineOf } from './dialect.ts';
import { findEncoding, knownEncoding } from './encoding.ts';
import { createJsonArray } from './json-array.ts';
import { createJsonl } from './jsonl.ts';
import type { Parser, Piece } from './piece.ts';
import { createPlain } from './plain.ts';
import { findTextReading } from './text-format.ts';
import type { Pass } from './pass.ts';

/** Bytes that encoding and format are found from. */
const HEAD_BYTES = 1 << 20;

/** Finds out how a text file is written. */
export async function openText(
  file: File,
  gzip: boolean,
  chosen: Partial<Reading>,
): Promise<{ reading: Reading; encodingFrom: HowFound }> {
  const { bytes, isWhole } = await readHead(file, gzip);
  const chosenEncoding = chosen.encoding && knownEncoding(chosen.encoding);
  const found = chosenEncoding
    ? { encoding: chosenEncoding, from: 'chosen' as const }
    : findEncoding(bytes);
  const text = new TextDecoder(found.encoding)
    .decode(bytes, { stream: !isWhole })
    .replaceAll('\0', '');
  if (isWhole && text.trim() === '')
    throw new AppError({ code: 'file-empty', detail: 'only white space', subject: file.name });
  const reading = { ...findTextReading(text, isWhole, file.name, chosen), gzip };
  return { reading: { ...reading, encoding: found.encoding }, encodingFrom: found.from };
}

async function readHead(
  file: File,
  gzip: boolean,
): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isWhole = true;
  for await (const chunk of readBytes(file, { gzip })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > HEAD_BYTES) {
      isWhole = false;
      break;
    }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes: bytes.subarray(0, HEAD_BYTES), isWhole };
}

/** @param head the first letters, which tell how lines end */
export function createParser(reading: Reading, head: string): Parser {
  const { format, unit = 'line', delimiter = ',', quote = '"' } = reading;
  if (format === 'jsonl') return createJsonl();
  if (format === 'json') return createJsonArray();
  if (format === 'text') return createPlain(unit);
  return createCsv({ delimiter, quote, newline: newlineOf(head) });
}

/** Letters that have to be there before the end of a line is decided on. */
const NEWLINE_LETTERS = 256 * 1024;

/** One pass over a text file. */
export async function* textPieces(
  file: File,
  reading: Reading,
  { problems, signal, onRead }: Pass,
): AsyncGenerator<Piece[]> {
  const decoder = createDecoder(reading.encoding ?? 'utf-8', problems);
  let cut: string | undefined;
  let parser: Parser | undefined;
  let held = '';
  function push(text: string, isLast: boolean): Piece[] {
    if (parser) return parser.push(text);
    held += text;
    if (held.length < NEWLINE_LETTERS && !isLast) return [];
    parser = createParser(reading, held.slice(0, NEWLINE_LETTERS));
    return parser.push(held);
  }
  const bytes = readBytes(file, {
    gzip: reading.gzip,
    signal,
    onCut: (detail) => (cut = detail),
    ...(onRead && { onRead }),
  });
  for await (const chunk of bytes) yield push(decoder.push(chunk), false);
  yield push(decoder.end(), true);
  yield parser!.end();
  if (cut !== undefined) yield [{ troubles: [{ kind: 'cut-off', detail: cut, ends: true }] }];
}
