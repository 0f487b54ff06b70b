import * as v from 'valibot';
import { BANK } from '../../../core/learn/quiz/bank.ts';
import { MOST_SEED, QUESTIONS } from '../../../core/learn/quiz/draw.ts';
import { isChecked, type Known, type Question } from '../../../core/learn/quiz/question.ts';
import { answers, pointsOf } from '../../../core/learn/quiz/score.ts';
import { settle } from '../../../core/learn/quiz/truth.ts';

export const Seed = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_SEED));

const Answer = v.object({
  /** See Given in core/learn/quiz/score. */
  given: v.array(v.number()),
  /** What the model or the benchmark said, where the question is checked against it. */
  truth: v.nullable(
    v.object({
      value: v.union([v.string(), v.number()]),
      evidence: v.array(v.union([v.string(), v.number()])),
    }),
  ),
});

const Slot = v.object({
  id: v.picklist(BANK.map(({ id }) => id)),
  /** Its substitute is asked: there was nothing to check the question against. */
  instead: v.boolean(),
  answer: v.nullable(Answer),
});
export type Slot = v.InferOutput<typeof Slot>;

/** One quiz with what has been answered. */
export const Sheet = v.pipe(
  v.object({
    seed: Seed,
    /** ms since 1970; tells sheets apart. */
    startedAt: v.number(),
    /** When the last question was answered; null: it is under way. */
    finishedAt: v.nullable(v.number()),
    slots: v.pipe(v.array(Slot), v.length(QUESTIONS)),
  }),
  v.check(({ slots }) => slots.every(fits), 'an answer does not fit its question'),
  v.check(
    ({ finishedAt, slots }) => (finishedAt !== null) === slots.every(({ answer }) => answer),
    'finished is when every question is answered',
  ),
);
export type Sheet = v.InferOutput<typeof Sheet>;

export const questionOf = ({ id }: Slot): Question => BANK.find((each) => each.id === id)!; // the schema's picklist

/** @returns the question with its right answer; undefined while that is still to be found out */
export function knownOf(slot: Slot): Known | undefined {
  const question = questionOf(slot);
  if (!isChecked(question)) return question;
  if (slot.instead) return question.instead;
  return slot.answer?.truth ? settle(question, slot.answer.truth) : undefined;
}

function fits(slot: Slot): boolean {
  if (!slot.answer) return true;
  const known = knownOf(slot);
  return known !== undefined && answers(known, slot.answer.given);
}

/** Points of one place, 0 to 1; 0 while it is not answered. */
export function pointsAt(slot: Slot): number {
  const known = slot.answer && knownOf(slot);
  return known && slot.answer ? pointsOf(known, slot.answer.given) : 0;
}

/** Points of some places, and how many there could be. */
export function sumUp(slots: readonly Slot[]): { points: number; of: number } {
  return { points: slots.reduce((sum, slot) => sum + pointsAt(slot), 0), of: slots.length };
}

/** Points of each group of places that have a property in common, in the order of `groups`; empty ones are left out. */
export function sumBy<T extends string>(
  slots: readonly Slot[],
  groups: readonly T[],
  groupOf: (question: Question) => T,
) {
  return groups
    .map((group) => ({
      group,
      ...sumUp(slots.filter((slot) => groupOf(questionOf(slot)) === group)),
    }))
    .filter(({ of }) => of > 0);
}

/** How many places are answered; they are answered from the first on. */
export const answeredIn = ({ slots }: Sheet): number =>
  slots.filter(({ answer }) => answer !== null).length;
