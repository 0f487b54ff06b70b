import { createReader, type Reader } from './reader.ts';
import { readValue } from './read-value.ts';

/** Characters of a call: a thousand reviews fit. */
export const LONGEST_CALL = 200_000;

const ONLY =
  'Only calls of predict with written-out values work here, such as predict("Lovely soup.").';

/**
 * Reads a call such as `predict(["Hello", 'world'])` as data, never as code. `await`, a leading `sentiscope.` and a semicolon
 * are let pass.
 *
 * @returns the value handed to predict; undefined for predict()
 * @throws CallError with the place, for everything else
 */
export function parseCall(source: string): unknown {
  const reader = createReader(source);
  if (source.length > LONGEST_CALL)
    reader.refuse(
      `This call is too long for the console: up to ${LONGEST_CALL.toLocaleString('en')} characters. Score a file instead.`,
      LONGEST_CALL,
    );
  readName(reader);
  reader.skipBlanks();
  const open = reader.at;
  if (!reader.take('(')) reader.refuse('A ( belongs after predict: predict("Lovely soup.").');
  reader.skipBlanks();
  const value = reader.here === ')' ? undefined : readValue(reader);
  reader.skipBlanks();
  if (reader.take(',')) {
    reader.skipBlanks();
    if (reader.here !== ')')
      reader.refuse(
        'predict takes one value here. Put several texts into a list: predict(["one", "two"]).',
      );
  }
  if (reader.here === '')
    reader.refuse('The bracket that opens here is not closed. Write ) at the end.', open);
  if (!reader.take(')')) reader.refuse(`A ) belongs here. ${ONLY}`);
  reader.skipBlanks();
  reader.take(';');
  reader.skipBlanks();
  if (reader.here !== '') reader.refuse(`One call at a time, and nothing after it. ${ONLY}`);
  return value;
}

function readName(reader: Reader) {
  reader.skipBlanks();
  const start = reader.at;
  if (reader.match(/await(?=\s)/y)) reader.skipBlanks();
  reader.match(/(window\s*\.\s*)?sentiscope\s*\.\s*/y);
  if (!reader.match(/predict(?![\p{ID_Continue}$])/uy))
    reader.refuse(reader.here === '' && start === reader.at ? `Type a call. ${ONLY}` : ONLY);
}
