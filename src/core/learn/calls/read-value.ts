import { readText } from './read-text.ts';
import type { Reader } from './reader.ts';

/** Lists in lists: deeper than any real input, and far from the end of the stack. */
const DEEPEST = 100;
const NUMBER = /[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?/y;
const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
]);

/**
 * Reads one written-out value: a text, number, boolean, null, undefined, list or object of such. Nothing is ever run: what
 * is none of these is refused.
 *
 * @throws CallError
 */
export function readValue(reader: Reader, depth = 0): unknown {
  reader.skipBlanks();
  const { here, at } = reader;
  if (depth > DEEPEST)
    reader.refuse(`Lists and objects may be nested ${DEEPEST} deep, not deeper.`);
  if (here === '"' || here === "'" || here === '`') return readText(reader, here);
  if (here === '[') return readList(reader, depth);
  if (here === '{') return readObject(reader, depth);
  const number = reader.match(NUMBER);
  if (number) {
    const more = reader.match(NAME);
    if (more)
      reader.refuse(`${number}${more} is no number. Put it in quotes to make it a text.`, at);
    return Number(number);
  }
  const word = reader.match(NAME);
  if (WORDS.has(word)) return WORDS.get(word);
  if (word)
    reader.refuse(`Only written-out values work here, and ${word} is none. ${quotes(word)}`, at);
  return reader.refuse(
    here === ''
      ? 'Something is missing at the end: a text in quotes, a list in [ ], or a number.'
      : `A value cannot begin with ${reader.match(/[^]/uy)}. Write a text in quotes, or a list in [ ].`,
    at,
  );
}

const quotes = (word: string) => `Is it a text? Put it in quotes: "${word}".`;

function readList(reader: Reader, depth: number): unknown[] {
  const list: unknown[] = [];
  readItems(reader, ']', 'list', () => void list.push(readValue(reader, depth + 1)));
  return list;
}

function readObject(reader: Reader, depth: number): object {
  const entries: [string, unknown][] = [];
  readItems(reader, '}', 'object', () => {
    const key = readKey(reader);
    reader.skipBlanks();
    if (!reader.take(':')) reader.refuse('A colon belongs between the name and its value.');
    entries.push([key, readValue(reader, depth + 1)]);
  });
  return Object.fromEntries(entries); // defines each as its own, __proto__ too
}

function readKey(reader: Reader): string {
  const { here } = reader;
  if (here === '"' || here === "'") return readText(reader, here);
  const key = reader.match(NAME) || reader.match(/\d+/y);
  return key || reader.refuse('A name belongs here: such as label, or "label" in quotes.');
}

/** Items with commas between, one allowed after the last, up to `close`. */
function readItems(reader: Reader, close: string, what: string, readItem: () => void) {
  const start = reader.at;
  reader.match(/[[{]/y);
  for (let first = true; ; first = false) {
    reader.skipBlanks();
    if (reader.take(close)) return;
    if (!first) {
      if (reader.here === '')
        reader.refuse(`The ${what} that begins here has no end. Close it with ${close}.`, start);
      if (!reader.take(',')) reader.refuse(`A comma or ${close} belongs here.`);
      reader.skipBlanks();
      if (reader.take(close)) return;
    }
    if (reader.here === '')
      reader.refuse(`The ${what} that begins here has no end. Close it with ${close}.`, start);
    if (reader.here === ',') reader.refuse('A value is missing before this comma.');
    readItem();
  }
}
