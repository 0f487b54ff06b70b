/**
 * What a spreadsheet would run or read as a formula (OWASP, "CSV injection"), full-width forms included; and the quote prefix
 * itself, so that taking it off again is unambiguous.
 */
const FUSE = /^[=+\-@\t\r\n'＝＋－＠]/;
const PLAIN_NUMBER = /^[+-](\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Puts an apostrophe before a text that a spreadsheet would take for a formula; -5 and +3.2 are numbers and stay. */
export function defuse(text: string): string {
  return FUSE.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe off: fuse(defuse(text)) is text, for every text. */
export function fuse(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text;
}
