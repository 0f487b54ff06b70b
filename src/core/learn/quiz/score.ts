import type { Known } from './question.ts';

/** A slip may be typed with fewer digits: this share of it. */
const ROUNDED = 0.01;

/**
 * An answer as numbers. One and several: indexes of the choices. Number: the number. Match: for each pair the index of an
 * option, -1 for none. Empty: "I don't know".
 */
export type Given = readonly number[];

/** Whether it can be an answer to the question, right or wrong; what was kept by another release may not be. */
export function answers(question: Known, given: Given): boolean {
  if (given.length === 0) return true;
  const index = (from: number, of: number) => (i: number) =>
    Number.isInteger(i) && i >= from && i < of;
  switch (question.kind) {
    case 'one':
      return given.length === 1 && given.every(index(0, question.choices.length));
    case 'several':
      return new Set(given).size === given.length && given.every(index(0, question.choices.length));
    case 'number':
      return given.length === 1 && Number.isFinite(given[0]);
    case 'match':
      return (
        given.length === question.pairs.length && given.every(index(-1, question.options.length))
      );
  }
}

/**
 * Points for an answer, 0 to 1. One: all or nothing. Several: right ticks less wrong ticks, over the right ones, never under 0.
 * Number: all within the tolerance. Match: the share of right pairs.
 */
export function pointsOf(question: Known, given: Given): number {
  if (given.length === 0) return 0;
  switch (question.kind) {
    case 'one':
      return Number(isRight(question, given[0]!));
    case 'several': {
      const right = question.choices.filter(({ mistake }) => mistake === undefined).length;
      const good = given.filter((i) => isRight(question, i)).length;
      return Math.max(0, 2 * good - given.length) / right;
    }
    case 'number': {
      // What decimal fractions lose in binary must not decide.
      const slack = 1e-9 * Math.max(1, Math.abs(question.answer));
      return Number(Math.abs(given[0]! - question.answer) <= question.tolerance + slack);
    }
    case 'match':
      return pairsRight(question, given) / question.pairs.length;
  }
}

const isRight = ({ choices }: Extract<Known, { choices: unknown }>, i: number) =>
  choices[i]?.mistake === undefined;

const pairsRight = ({ pairs, options }: Extract<Known, { kind: 'match' }>, given: Given) =>
  pairs.filter(({ option }, i) => options[given[i]!] === option).length;

/** What was mixed up, in the order of the question; nothing where the answer is right. */
export function mistakesIn(question: Known, given: Given): string[] {
  if (given.length === 0) return [];
  switch (question.kind) {
    case 'one':
    case 'several':
      return question.choices.flatMap(({ mistake }, i) =>
        mistake !== undefined && given.includes(i) ? [mistake] : [],
      );
    case 'number':
      return pointsOf(question, given) === 1
        ? []
        : question.slips
            .filter(({ value }) => Math.abs(value - given[0]!) <= ROUNDED * Math.abs(value))
            .map(({ mistake }) => mistake);
    case 'match':
      return question.pairs.flatMap(({ option, mistake }, i) =>
        question.options[given[i]!] === option ? [] : [mistake],
      );
  }
}

/** An answer that gets every point. */
export function rightAnswer(question: Known): number[] {
  switch (question.kind) {
    case 'one':
    case 'several':
      return question.choices.flatMap(({ mistake }, i) => (mistake === undefined ? [i] : []));
    case 'number':
      return [question.answer];
    case 'match':
      return question.pairs.map(({ option }) => question.options.indexOf(option));
  }
}
