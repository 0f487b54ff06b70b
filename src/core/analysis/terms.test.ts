import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { logOdds } from './log-odds.ts';
import { createTermFinder } from './terms.ts';
import { STOP, wordsOf } from './words.ts';

const [NEGATIVE, NEUTRAL, POSITIVE] = [0, 1, 2];

it('finds the words and pairs that only one side says, the strongest first', () => {
  const finder = createTermFinder();
  for (let i = 0; i < 200; i++) {
    finder.add('the staff was not friendly', NEGATIVE);
    finder.add('the staff was so friendly', POSITIVE);
    finder.add('the staff was there', NEUTRAL);
  }
  const { positive, negative, reviews } = finder.read();
  expect(reviews).toBe(600);
  expect(negative.map(({ term }) => term).sort()).toEqual(['not', 'not friendly', 'was not']);
  expect(positive.map(({ term }) => term).sort()).toEqual(['so', 'so friendly', 'was so']);
  expect(positive[0]).toMatchObject({ positive: 200, negative: 0 });
  expect(positive[0]!.z).toBeGreaterThan(1.96);
});

it('finds nothing where one side is missing, or nobody said anything', () => {
  const finder = createTermFinder();
  expect(finder.read()).toEqual({ positive: [], negative: [], reviews: 0 });
  for (let i = 0; i < 50; i++) finder.add('lovely soup', POSITIVE);
  expect(finder.read()).toEqual({ positive: [], negative: [], reviews: 50 });
});

it('is not moved by one review that repeats itself', () => {
  const finder = createTermFinder();
  finder.add('awful '.repeat(1000), NEGATIVE);
  for (let i = 0; i < 100; i++) finder.add('good soup', i % 2 ? NEGATIVE : POSITIVE);
  expect(finder.read().negative).toEqual([]);
});

it('agrees with counting every term in objects', () => {
  const text = fc
    .array(fc.constantFrom('good', 'bad', 'soup', 'not', 'tea.', 'the', '7'), { maxLength: 6 })
    .map((words) => words.join(' '));
  const review = fc.tuple(text, fc.integer({ min: 0, max: 2 }));
  fc.assert(
    fc.property(fc.array(review, { minLength: 60, maxLength: 200 }), (reviews) => {
      const finder = createTermFinder(2 ** 12);
      const slow = new Map<string, number[]>();
      for (const [text, label] of reviews) {
        finder.add(text, label);
        const words = wordsOf(text);
        const pairs = words.slice(1).map((word, i) => [words[i]!, word]);
        const said = new Set([
          ...words.filter((word) => word !== STOP),
          ...pairs.filter((pair) => !pair.includes(STOP)).map((pair) => pair.join(' ')),
        ]);
        for (const term of said) {
          if (!slow.has(term)) slow.set(term, [0, 0, 0]);
          slow.get(term)![label]! += 1;
        }
      }
      const all = [...slow.values()];
      const of = [0, 1, 2].map((i) => all.reduce((sum, counts) => sum + counts[i]!, 0));
      const ofAll = of[0]! + of[1]! + of[2]!;
      const expected = [...slow]
        .filter(([, counts]) => counts[0]! + counts[2]! >= 5)
        .map(([term, [n, o, p]]) => ({
          term,
          z: logOdds(p!, of[2]!, n!, of[0]!, n! + o! + p!, ofAll),
          positive: p!,
          negative: n!,
        }))
        .filter(({ z }) => Math.abs(z) > 1.96);
      const found = finder.read();
      const byTerm = (a: { term: string }, b: { term: string }) => (a.term < b.term ? -1 : 1);
      expect([...found.positive, ...found.negative].sort(byTerm)).toEqual(expected.sort(byTerm));
    }),
  );
});

it('still knows the common terms when rare ones overflow its table', () => {
  const finder = createTermFinder(2 ** 10);
  for (let i = 0; i < 5000; i++) finder.add(`typo${i} cold tea`, NEGATIVE);
  for (let i = 0; i < 5000; i++) finder.add(`slip${i} hot tea`, POSITIVE);
  const { positive, negative } = finder.read();
  expect(positive.map(({ term }) => term)).toEqual(expect.arrayContaining(['hot', 'hot tea']));
  expect(negative.find(({ term }) => term === 'cold')).toMatchObject({ negative: 5000 });
});
