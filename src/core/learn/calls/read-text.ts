import type { Reader } from './reader.ts';

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};
/** Everything up to what needs a look, by quote. */
const PLAIN: Readonly<Record<'"' | "'" | '`', RegExp>> = {
  '"': /[^"\\\n\r]+/y,
  "'": /[^'\\\n\r]+/y,
  '`': /[^`\\$]+/y,
};
const LAST_CODE_POINT = 0x10ffff;

/** Reads a text in quotes of any of the three kinds. @throws CallError */
export function readText(reader: Reader, quote: '"' | "'" | '`'): string {
  const start = reader.at;
  reader.take(quote);
  let text = '';
  for (;;) {
    text += reader.match(PLAIN[quote]);
    if (reader.take(quote)) return text;
    if (reader.here === '')
      reader.refuse(`The text that begins here has no end. Close it with ${quote}.`, start);
    if (quote === '`' && reader.source.startsWith('${', reader.at))
      reader.refuse(
        'Only written-out values work here: ${…} would have to be run as code. Write the text itself.',
      );
    if (quote !== '`' && /[\n\r]/.test(reader.here))
      reader.refuse(
        `A text in ${quote} ends on its line. Write \\n for a new line, or put it in back quotes.`,
      );
    text += reader.here === '\\' ? readEscape(reader) : reader.match(/\$/y);
  }
}

function readEscape(reader: Reader): string {
  const start = reader.at;
  reader.take('\\');
  if (reader.match(/\r\n?|[\n\u2028\u2029]/y)) return ''; // a line that goes on
  if (reader.here === '') return ''; // the missing quote is told by who reads the text
  const code = reader.match(/x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|u\{[\dA-Fa-f]{1,8}\}/y);
  if (code) {
    const value = Number.parseInt(code.replace(/[xu{}]/g, ''), 16);
    if (value > LAST_CODE_POINT)
      reader.refuse('There is no such character: \\u{…} goes up to 10FFFF.', start);
    return code.startsWith('u{') ? String.fromCodePoint(value) : String.fromCharCode(value);
  }
  if (/[xu]/.test(reader.here))
    reader.refuse(
      '\\x takes two of 0–9 and A–F, \\u takes four. Write \\\\ for a backslash.',
      start,
    );
  const letter = reader.match(/[^]/y);
  return SIMPLE[letter] ?? letter;
}
