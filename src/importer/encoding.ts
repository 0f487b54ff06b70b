import { detect } from 'chardet';
import type { HowFound } from '../core/intake.ts';

/** What guesses are made from: more makes them slower, not better. */
const GUESSED_FROM = 64 * 1024;

/**
 * The encoding of a text file, from surest to least sure sign.
 *
 * @param head its first bytes, cut anywhere
 * @returns a TextDecoder label, and what told it
 */
export function findEncoding(head: Uint8Array): { encoding: string; from: HowFound } {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', from: 'bom' };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', from: 'bom' };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', from: 'bom' };
  const wide = nulPattern(head);
  if (wide) return { encoding: wide, from: 'nul-pattern' };
  if (isUtf8(head)) return { encoding: 'utf-8', from: 'valid-utf-8' };
  return { encoding: guess(head), from: 'guess' };
}

/**
 * UTF-16 without a mark: letters of most scripts have few different high bytes, and Latin ones, spaces and line ends have
 * NUL. So NULs are frequent on one side of the pairs and all but absent on the other.
 */
function nulPattern(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const nuls = [0, 0];
  const length = Math.min(head.length, GUESSED_FROM) & ~1;
  for (let i = 0; i < length; i++) if (head[i] === 0) nuls[i & 1]! += 1;
  const [even, odd] = nuls as [number, number];
  const few = Math.max(1, length * 0.05); // a sixteenth of the pairs may be line ends and spaces only
  if (odd > few && odd > 8 * even) return 'utf-16le';
  if (even > few && even > 8 * odd) return 'utf-16be';
  return undefined;
}

/** Strict, but for a character that is cut at the end. */
function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function guess(head: Uint8Array): string {
  const from = head.findIndex((byte) => byte >= 0x80);
  // Around the first byte that says anything.
  const start = Math.max(0, from - GUESSED_FROM / 4);
  const name = detect(head.subarray(start, start + GUESSED_FROM));
  // Latin-1's control characters stand in no text; the web reads it as windows-1252.
  if (!name || /^(UTF|ASCII)/i.test(name)) return 'windows-1252';
  return knownEncoding(name) ?? 'windows-1252';
}

/** @returns the label as TextDecoder itself writes it; undefined where the browser has no such encoding */
export function knownEncoding(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
