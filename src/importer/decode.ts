import { countOf } from './dialect.ts';
import type { ProblemList } from './problems.ts';

/**
 * Bytes to text. What the encoding does not know becomes U+FFFD, and NULs are taken out: each is said once, with the first
 * line and a count.
 */
export function createDecoder(encoding: string, problems: ProblemList) {
  const decoder = new TextDecoder(encoding);
  let line = 1;
  const unknown = { count: 0, line: 0 };
  const nuls = { count: 0, line: 0 };

  function found(what: typeof unknown, text: string, mark: string, count: number) {
    if (count <= 0) return;
    if (what.count === 0) what.line = line + linesIn(text.slice(0, text.indexOf(mark)));
    what.count += count;
  }

  function check(text: string, bytes: Uint8Array | undefined): string {
    if (text.includes('\uFFFD'))
      found(unknown, text, '\uFFFD', countOf(text, '\uFFFD') - genuine(encoding, bytes));
    let clean = text;
    if (text.includes('\0')) {
      found(nuls, text, '\0', countOf(text, '\0'));
      clean = text.replaceAll('\0', '');
    }
    line += linesIn(text);
    return clean;
  }

  return {
    push: (bytes: Uint8Array) => check(decoder.decode(bytes, { stream: true }), bytes),
    end(): string {
      const rest = check(decoder.decode(), undefined);
      if (unknown.count > 0) {
        const detail = `${unknown.count} places in ${encoding}`;
        problems.add({ kind: 'undecodable', line: unknown.line, skipped: false, detail });
      }
      if (nuls.count > 0) {
        const detail = `${nuls.count} characters`;
        problems.add({ kind: 'nul', line: nuls.line, skipped: false, detail });
      }
      return rest;
    },
  };
}

function linesIn(text: string): number {
  return countOf(text, text.includes('\n') ? '\n' : '\r');
}

/** How often the file itself says U+FFFD, in UTF-8: EF BF BD. One cut between two chunks is not found. */
function genuine(encoding: string, bytes: Uint8Array | undefined): number {
  if (encoding !== 'utf-8' || !bytes) return 0;
  let count = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count += 1;
  return count;
}
