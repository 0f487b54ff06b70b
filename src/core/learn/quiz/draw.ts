import { createRandom, shuffled } from '../../bench/random.ts';
import { DIFFICULTIES, isChecked, type Difficulty, type Question } from './question.ts';

/** Questions of a quiz, by difficulty. */
export const BALANCE: Readonly<Record<Difficulty, number>> = { easy: 4, medium: 3, hard: 3 };
export const QUESTIONS = Object.values(BALANCE).reduce((sum, count) => sum + count, 0);

/** Largest seed: what createRandom tells apart, and a benchmark's link takes. */
export const MOST_SEED = 2 ** 31 - 1;

/**
 * Draws a quiz: easy ones first, then medium, then hard. Of each difficulty one at least is checked against the model or a
 * benchmark, and topics that have come up least go first.
 *
 * @returns ten different questions; the same ones on every machine for the same seed and bank
 */
export function drawQuiz(seed: number, bank: readonly Question[]): Question[] {
  const random = createRandom(seed);
  const quiz: Question[] = [];
  const used = (question: Question) => quiz.filter(({ topic }) => topic === question.topic).length;
  for (const difficulty of DIFFICULTIES) {
    let left = shuffled(
      bank.filter((question) => question.difficulty === difficulty),
      random,
    );
    for (let i = 0; i < BALANCE[difficulty]; i++) {
      const from = i === 0 ? left.filter(isChecked) : left;
      const next = from.reduce((best, each) => (used(each) < used(best) ? each : best));
      quiz.push(next);
      left = left.filter((question) => question !== next);
    }
  }
  return quiz;
}

/**
 * The order in which choices, or options, are shown: a shuffle that belongs to the seed and the place in the quiz, whatever
 * question stands there.
 *
 * @returns every index in [0, count)
 */
export function shownOrder(seed: number, place: number, count: number): number[] {
  const random = createRandom((seed ^ Math.imul(place + 1, 0x9e3779b1)) >>> 0);
  return shuffled(
    Array.from({ length: count }, (_, i) => i),
    random,
  );
}
