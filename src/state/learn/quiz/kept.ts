import * as v from 'valibot';
import { QUESTIONS } from '../../../core/learn/quiz/draw.ts';
import { NO_QUIZ, type Quiz } from './quiz-state.ts';
import { answeredIn, Sheet } from './sheet.ts';

const Kept = v.object({
  sheet: v.fallback(v.nullable(Sheet), null),
  at: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(QUESTIONS)), 0),
  past: v.array(v.unknown()),
});

/** @returns what is whole of it: a question that an older release asked otherwise takes its sheet with it */
export function readQuiz(kept: unknown): Quiz {
  const { success, output } = v.safeParse(Kept, kept);
  if (!success) return NO_QUIZ;
  const { sheet, at } = output;
  return {
    sheet: sheet ?? undefined,
    at: sheet ? Math.min(at, answeredIn(sheet)) : 0,
    checking: { phase: 'no' },
    past: output.past.flatMap((each) => {
      const one = v.safeParse(Sheet, each);
      return one.success && one.output.finishedAt !== null ? [one.output] : [];
    }),
  };
}

export const toKeep = ({ sheet, at, past }: Quiz) => ({ sheet: sheet ?? null, at, past });
