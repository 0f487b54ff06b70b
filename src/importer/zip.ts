import { readSlice } from './bytes.ts';

/** A file inside a zip archive. */
export interface Entry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  packed: number;
  unpacked: number;
  /** Of its local header. */
  offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;

/**
 * The central directory of a zip archive (APPNOTE 6.3, sections 4.3.12 and 4.3.16), without its 64-bit extension.
 *
 * @returns undefined where there is none
 */
export async function readEntries(file: File): Promise<Entry[] | undefined> {
  const tailStart = Math.max(0, file.size - 65_557); // the end record with the longest comment
  const tail = new DataView(await readSlice(file, tailStart, file.size));
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== END) end -= 1;
  if (end < 0) return undefined;
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  const view = new DataView(await readSlice(file, start, start + size));
  const entries: Entry[] = [];
  let at = 0;
  while (entries.length < count && at + 46 <= view.byteLength) {
    if (view.getUint32(at, true) !== CENTRAL) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const nameBytes = new Uint8Array(
      view.buffer,
      at + 46,
      Math.min(nameLength, view.byteLength - at - 46),
    );
    entries.push({
      name: new TextDecoder().decode(nameBytes),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The content of one entry as UTF-8 text, its first `most` bytes at least. */
export async function readEntry(file: File, entry: Entry, most: number): Promise<string> {
  const head = new DataView(await readSlice(file, entry.offset, entry.offset + 30));
  const start = entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = file.slice(start, start + entry.packed).stream();
  const stream =
    entry.method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return text;
    text += value;
    if (text.length >= most) {
      await reader.cancel();
      return text;
    }
  }
}
