import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillGaps, splitSentences, splitWords, startOf, type Segment } from './segments.ts';

/** Prose, its punctuation and what is not prose at all. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('It was ', 'fine', '. ', '!', '?\n', ' ', "don't ", 'na\u00efve ', '🙂 '),
    )
    .map((parts) => parts.join('')),
);

const cut = (text: string, parts: readonly Segment[]) =>
  parts.map(({ from, to }) => text.slice(from, to));

it('splits prose into sentences without the space around them', () => {
  const text = '  The room was ready. Was the bed?\nWonderful! ';
  expect(cut(text, splitSentences(text))).toEqual([
    'The room was ready.',
    'Was the bed?',
    'Wonderful!',
  ]);
});

it('splits words without punctuation, and keeps an apostrophe inside one', () => {
  const text = "Don't go; 3.5 stars 🙂";
  expect(cut(text, splitWords(text))).toEqual(["Don't", 'go', '3.5', 'stars']);
});

it('finds nothing in blank text', () => {
  expect(splitSentences(' \n ')).toEqual([]);
  expect(splitWords(' \n ')).toEqual([]);
});

it.each([splitSentences, splitWords])(
  '%o keeps order, overlaps nothing, is never empty',
  (split) => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { from, to } of split(text)) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(to).toBeGreaterThan(from);
          at = to;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  },
);

it('leaves nothing but white space between sentences', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const between = fillGaps({ from: 0, to: text.length }, splitSentences(text));
      const gaps = between.filter(({ segment }) => !segment);
      expect(cut(text, gaps).join('').trim()).toBe('');
    }),
  );
});

it('covers a text exactly, segments and gaps together', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const words = splitWords(text);
      const stretches = fillGaps({ from: 0, to: text.length }, words);
      expect(cut(text, stretches).join('')).toBe(text);
      expect(stretches.flatMap(({ segment }) => segment ?? [])).toEqual(words);
      expect(stretches.every(({ from, to }) => to > from)).toBe(true);
    }),
  );
});

it('takes only the segments that lie within', () => {
  const words = splitWords('one two three');
  const within = { from: 4, to: 13 };
  expect(fillGaps(within, words).flatMap(({ segment }) => segment ?? [])).toEqual(words.slice(1));
});

it('never cuts a character in two', () => {
  expect(startOf('abc', 5)).toBe('abc');
  expect(startOf('abcdef', 3)).toBe('abc');
  expect(startOf('ab🙂', 3)).toBe('ab');
});
