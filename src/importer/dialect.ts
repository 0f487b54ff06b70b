/** How delimited text is written. */
export interface Dialect {
  delimiter: string;
  /** '' where quotes mean nothing. */
  quote: string;
  /** CRLF counts as LF: the CR is taken off the last cell. */
  newline: '\n' | '\r';
}

/** @returns '\r' only for a text whose lines end in nothing else, as those of old Macs do */
export function newlineOf(head: string): '\n' | '\r' {
  return !head.includes('\n') && head.includes('\r') ? '\r' : '\n';
}

export const withoutCr = (text: string) => (text.endsWith('\r') ? text.slice(0, -1) : text);

/** @param part one character */
export function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count += 1;
  return count;
}
