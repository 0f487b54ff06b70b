import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BANK } from './bank.ts';
import { BALANCE, drawQuiz, MOST_SEED, QUESTIONS, shownOrder } from './draw.ts';
import { DIFFICULTIES, isChecked } from './question.ts';

const seeds = fc.integer({ min: 0, max: MOST_SEED });

it('draws ten different questions, balanced, easy ones first, whatever the seed', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const quiz = drawQuiz(seed, BANK);
      expect(new Set(quiz).size).toBe(QUESTIONS);
      expect(quiz.map(({ difficulty }) => difficulty)).toEqual(
        DIFFICULTIES.flatMap((each) => Array<string>(BALANCE[each]).fill(each)),
      );
      for (const each of DIFFICULTIES)
        expect(quiz.some((one) => one.difficulty === each && isChecked(one))).toBe(true);
    }),
  );
});

it('spreads the topics: at least eight of eleven, none more than twice', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const topics = drawQuiz(seed, BANK).map(({ topic }) => topic);
      expect(new Set(topics).size).toBeGreaterThanOrEqual(8);
      for (const topic of topics)
        expect(topics.filter((each) => each === topic).length).toBeLessThanOrEqual(2);
    }),
  );
});

it('draws the same for the same seed, on every machine', () => {
  const ids = (seed: number) => drawQuiz(seed, BANK).map(({ id }) => id);
  expect(ids(7)).toMatchInlineSnapshot(`
    [
      "inputs-list-of-one",
      "stored-what",
      "padding-what",
      "choosing-call",
      "tokens-sunny",
      "quantization-size",
      "modes-chances",
      "errors-nested",
      "workers-live",
      "softmax-odds",
    ]
  `);
});

it('comes to every question of the bank', () => {
  const met = new Set<string>();
  for (let seed = 0; seed < 500; seed++) for (const { id } of drawQuiz(seed, BANK)) met.add(id);
  expect([...met].sort()).toEqual(BANK.map(({ id }) => id).sort());
});

it('shows every choice once, in an order that the seed and the place decide', () => {
  fc.assert(
    fc.property(seeds, fc.nat(9), fc.integer({ min: 2, max: 7 }), (seed, place, count) => {
      const order = shownOrder(seed, place, count);
      expect(order.toSorted((a, b) => a - b)).toEqual([...order.keys()]);
      expect(shownOrder(seed, place, count)).toEqual(order);
    }),
  );
  const firsts = Array.from({ length: 40 }, (_, seed) => shownOrder(seed, 0, 4)[0]);
  expect(new Set(firsts).size).toBe(4);
});
