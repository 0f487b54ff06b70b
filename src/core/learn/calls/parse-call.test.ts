import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CallError } from './call-error.ts';
import { LONGEST_CALL, parseCall } from './parse-call.ts';

/** @returns where and what, or 'read' where nothing was wrong */
function refusal(source: string) {
  try {
    parseCall(source);
    return 'read';
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return `${error.at}: ${error.message}`;
  }
}

/** Halves of surrogate pairs included. */
const anyText = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));

it('reads every JSON value as JSON.parse does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(4), (value, indent) => {
      const json = JSON.stringify(value, null, indent);
      expect(parseCall(`predict(${json})`)).toEqual(JSON.parse(json));
    }),
    { numRuns: 400 },
  );
});

it('reads every text back from what JSON writes of it, whatever is in it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(parseCall(`predict(${JSON.stringify(text)})`)).toBe(text);
    }),
  );
});

it('throws nothing but its own error, and points into the source', () => {
  const piece = fc.constantFrom(
    ...['predict', '(', ')', '[', ']', '{', '}', '"', "'", '`', '${', '\\', '\\u', ',', ':', ';'],
    ...['await ', 'sentiscope.', '5', '-', '.', 'e', 'null', 'alert', '\n', ' ', '__proto__', '😀'],
  );
  const source = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    fc.array(piece, { maxLength: 12 }).map((pieces) => `predict(${pieces.join('')}`),
    anyText,
  );
  fc.assert(
    fc.property(source, (text) => {
      try {
        parseCall(text);
      } catch (error) {
        expect(error).toBeInstanceOf(CallError);
        expect((error as CallError).at).toBeGreaterThanOrEqual(0);
        expect((error as CallError).at).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 2000 },
  );
});

it('lets await, sentiscope., a semicolon, blanks and a last comma pass', () => {
  for (const source of [
    'predict("a")',
    " await  sentiscope.predict('a') ; ",
    'window.sentiscope.predict(`a`)',
    'predict(\n  "a",\n)',
  ])
    expect(parseCall(source)).toBe('a');
  expect(parseCall('predict([\'a\', "b", `c`, ])')).toEqual(['a', 'b', 'c']);
});

it('reads the values that are no texts, so that predict itself can refuse them', () => {
  expect(parseCall('predict()')).toBeUndefined();
  expect(parseCall('predict(undefined)')).toBeUndefined();
  expect(parseCall('predict(null)')).toBeNull();
  expect(parseCall('predict(-.5e1)')).toBe(-5);
  expect(parseCall('predict(+5.)')).toBe(5);
  expect(parseCall("predict({text: 'a', 'b c': [true, false], 1: 2})")).toEqual({
    text: 'a',
    'b c': [true, false],
    1: 2,
  });
});

it('knows the escapes of JavaScript', () => {
  expect(parseCall(String.raw`predict('\n\t\'\"\\\x41\u0042\u{1F600}\q')`)).toBe('\n\t\'"\\AB😀q');
  expect(parseCall('predict("one \\\nline")')).toBe('one line');
  expect(parseCall('predict(`two\nlines`)')).toBe('two\nlines');
});

it('makes no prototype out of a name', () => {
  const value = parseCall('predict({"__proto__": {"label": 1}})') as object;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.keys(value)).toEqual(['__proto__']);
});

it('runs nothing: calls, names, templates and operators are refused where they stand', () => {
  expect(refusal('alert(1)')).toMatch(/^0: Only calls of predict with written-out values/);
  expect(refusal('predict(alert(1))')).toMatch(/^8: .*alert is none/);
  expect(refusal('predict(`a ${alert(1)}`)')).toMatch(/^11: .*\$\{…\} would have to be run/);
  expect(refusal('predict("a" + "b")')).toMatch(/^12: A \) belongs here/);
  expect(refusal('predict("a").then(alert)')).toMatch(/^12: One call at a time/);
  expect(refusal('predict("a"); alert(1)')).toMatch(/^14: One call/);
  expect(refusal('predict(["a"].map(String))')).toMatch(/^13: /);
  expect(refusal('predict(() => 1)')).toMatch(/^8: A value cannot begin with \(/);
  expect(refusal('predictor("a")')).toMatch(/^0: Only/);
});

it('says what is missing, and where', () => {
  expect(refusal('')).toMatch(/^0: Type a call/);
  expect(refusal('predict')).toMatch(/^7: A \( belongs/);
  expect(refusal('predict("a"')).toMatch(/^7: The bracket/);
  expect(refusal('predict("a')).toMatch(/^8: The text that begins here has no end/);
  expect(refusal('predict("a\\')).toMatch(/^8: The text that begins here has no end/);
  expect(refusal('predict(["a", "b"')).toMatch(/^8: The list that begins here/);
  expect(refusal('predict(["a" "b"])')).toMatch(/^13: A comma or \] belongs here/);
  expect(refusal('predict([, "a"])')).toMatch(/^9: A value is missing/);
  expect(refusal('predict({"a" 1})')).toMatch(/^13: A colon/);
  expect(refusal('predict("a", "b")')).toMatch(/^13: .*Put several texts into a list/);
  expect(refusal('predict("a\nb")')).toMatch(/^10: .*ends on its line/);
  expect(refusal('predict(5px)')).toMatch(/^8: 5px is no number/);
  expect(refusal('predict("\\u12")')).toMatch(/^9: /);
  expect(refusal('predict("\\u{110000}")')).toMatch(/^9: There is no such character/);
  expect(refusal(`predict(${'['.repeat(200)})`)).toMatch(/nested 100 deep/);
  expect(refusal(' '.repeat(LONGEST_CALL + 1))).toMatch(/too long for the console: up to 200,000/);
});
