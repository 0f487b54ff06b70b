import { AppError } from '../core/failure.ts';
import { findEncoding } from './encoding.ts';

const starts = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);

/** Files that are neither text nor a table, by their first bytes. */
const KNOWN: readonly [kind: string, ...bytes: number[]][] = [
  ['a PDF', 0x25, 0x50, 0x44, 0x46, 0x2d],
  ['a PNG picture', 0x89, 0x50, 0x4e, 0x47],
  ['a JPEG picture', 0xff, 0xd8, 0xff],
  ['a GIF picture', 0x47, 0x49, 0x46, 0x38],
  ['a 7z archive', 0x37, 0x7a, 0xbc, 0xaf],
  ['a RAR archive', 0x52, 0x61, 0x72, 0x21],
  ['a Zstandard archive', 0x28, 0xb5, 0x2f, 0xfd],
  ['an xz archive', 0xfd, 0x37, 0x7a, 0x58],
  ['a bzip2 archive', 0x42, 0x5a, 0x68],
  ['an SQLite database', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20],
  ['an RTF document', 0x7b, 0x5c, 0x72, 0x74, 0x66],
];

/**
 * What a file is, by its content alone.
 *
 * @param head its first bytes, 64 kB or the whole file
 * @throws AppError file-encrypted, file-binary with what it seems to be
 */
export function sniff(head: Uint8Array, name: string): 'gzip' | 'zip' | 'parquet' | 'text' {
  if (starts(head, 0x1f, 0x8b)) return 'gzip';
  if (starts(head, 0x50, 0x4b, 3, 4) || starts(head, 0x50, 0x4b, 5, 6)) return 'zip';
  if (starts(head, 0x50, 0x41, 0x52, 0x31)) return 'parquet'; // PAR1
  const refuse = (code: 'file-binary' | 'file-encrypted', detail: string) =>
    new AppError({ code, detail, subject: name });
  if (starts(head, 0x50, 0x41, 0x52, 0x45)) throw refuse('file-encrypted', 'encrypted Parquet');
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    // A compound file: Office before 2007, or a container around an encrypted workbook.
    if (holdsWide(head, 'EncryptedPackage'))
      throw refuse('file-encrypted', 'a workbook with a password');
    throw refuse('file-binary', 'the Excel or Word format before 2007 (.xls, .doc)');
  }
  const known = KNOWN.find(([, ...bytes]) => starts(head, ...bytes));
  if (known) throw refuse('file-binary', known[0]);
  if (looksBinary(head)) throw refuse('file-binary', 'bytes that are no text');
  return 'text';
}

/** Whether a name stands in the bytes in UTF-16, little end first, as compound files write names. */
function holdsWide(bytes: Uint8Array, name: string): boolean {
  return new TextDecoder('latin1').decode(bytes).includes([...name].join('\0') + '\0');
}

/** More than one in a hundred characters is a control character that stands in no text; NULs are let off up to that, too. */
function looksBinary(head: Uint8Array): boolean {
  const { encoding, from } = findEncoding(head);
  if (from === 'bom') return false;
  const bytes = head.subarray(0, 64 * 1024);
  let odd = 0;
  let units = bytes.length;
  if (encoding.startsWith('utf-16')) {
    const text = new TextDecoder(encoding).decode(bytes, { stream: true });
    units = text.length;
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    odd = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\uFFFD]/g)?.length ?? 0;
  } else
    for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd += 1;
  return odd > Math.max(4, units / 100);
}
