import { toFailure } from '../../../core/failure.ts';
import { BANK } from '../../../core/learn/quiz/bank.ts';
import { drawQuiz } from '../../../core/learn/quiz/draw.ts';
import { isChecked, needsBenchmark, type Checked } from '../../../core/learn/quiz/question.ts';
import { answers, type Given } from '../../../core/learn/quiz/score.ts';
import { settle, type Truth } from '../../../core/learn/quiz/truth.ts';
import type { Predict } from '../../../core/predict.ts';
import { LABELS } from '../../../core/sentiment.ts';
import type { Store } from '../../store.ts';
import { findTruth } from './find-truth.ts';
import { readQuiz, toKeep } from './kept.ts';
import type { Quiz } from './quiz-state.ts';
import { answeredIn, knownOf, questionOf, type Sheet, type Slot } from './sheet.ts';

/** Past quizzes that are kept: 1 to 2 kB each. */
const MOST_PAST = 50;

export interface QuizDeps {
  store: Store;
  predict: Predict;
  /** What the model's probabilities stand for. */
  labels: () => readonly string[];
  /** Reads the newest benchmark into the store. Does not reject. */
  refreshMeasured: () => Promise<void>;
  kept: { read: () => unknown; write: (quiz: object) => void };
  today: () => number;
}

/** Begins with the quiz that was kept. */
export function quizActions({ store, predict, labels, refreshMeasured, kept, today }: QuizDeps) {
  /** Raised by everything that makes an answer under way a thing of the past. */
  let turn = 0;

  const state = () => store.getState().quiz;
  function set(change: Partial<Quiz>) {
    turn += 1;
    const quiz: Quiz = { ...state(), checking: { phase: 'no' }, ...change };
    store.setState({ quiz });
    kept.write(toKeep(quiz));
  }

  const truthOf = ({ probe }: Checked) =>
    findTruth(probe, { predict, measured: store.getState().measured });

  /** Whether its right answer can be found out here. The model is not asked yet: it may still be loading. */
  async function canCheck(question: Checked): Promise<boolean> {
    const { probe } = question;
    if (probe.ask === 'label') return LABELS.every((label) => labels().includes(label));
    if (!needsBenchmark(probe)) return true;
    const truth = await truthOf(question);
    return truth !== undefined && settle(question, truth) !== undefined;
  }

  function record(sheet: Sheet, at: number, given: Given, truth: Truth | null) {
    const slots = sheet.slots.map((slot, i) =>
      i === at ? { ...slot, answer: { given: [...given], truth } } : slot,
    );
    if (slots.some(({ answer }) => answer === null)) return set({ sheet: { ...sheet, slots } });
    const done: Sheet = { ...sheet, slots, finishedAt: today() };
    set({ sheet: done, past: [done, ...state().past].slice(0, MOST_PAST) });
  }

  store.setState({ quiz: readQuiz(kept.read()) });

  return {
    /** Draws the quiz of a seed and shows its first question. */
    async start(seed: number) {
      turn += 1;
      const mine = turn;
      await refreshMeasured();
      const slots: Slot[] = [];
      for (const question of drawQuiz(seed, BANK)) {
        const instead = isChecked(question) && !(await canCheck(question));
        slots.push({ id: question.id, instead, answer: null });
      }
      if (turn === mine)
        set({ sheet: { seed, startedAt: today(), finishedAt: null, slots }, at: 0 });
    },

    /** Answers the question on show, once; empty: "I don't know". */
    async answer(given: Given) {
      const { sheet, at } = state();
      const slot = sheet?.slots[at];
      if (!sheet || !slot || slot.answer) return;
      const known = knownOf(slot);
      if (known) {
        if (answers(known, given)) record(sheet, at, given, null);
        return;
      }
      set({ checking: { phase: 'asking' } });
      const mine = turn;
      try {
        const question = questionOf(slot) as Checked; // all others are known
        const truth = await truthOf(question);
        if (turn !== mine) return;
        if (truth && settle(question, truth)) record(sheet, at, given, truth);
        else set({ checking: { phase: 'failed', failure: undefined } });
      } catch (error) {
        const failure = toFailure(error, 'inference-failed');
        if (turn === mine) set({ checking: { phase: 'failed', failure } });
      }
    },

    /** Asks the substitute of the question on show. */
    replace() {
      const { sheet, at } = state();
      if (!sheet || sheet.slots[at]?.answer) return;
      const slots = sheet.slots.map((slot, i) => (i === at ? { ...slot, instead: true } : slot));
      set({ sheet: { ...sheet, slots } });
    },

    /** @param at up to the first question that is not answered; past the last one: the result */
    goTo(at: number) {
      const { sheet } = state();
      if (sheet) set({ at: Math.max(0, Math.min(at, answeredIn(sheet))) });
    },

    /** Back to the start; what is under way is given up. */
    leave: () => set({ sheet: undefined, at: 0 }),

    /** Shows the result of a past one. */
    open(startedAt: number) {
      const sheet = state().past.find((each) => each.startedAt === startedAt);
      if (sheet) set({ sheet, at: sheet.slots.length });
    },

    /** Forgets all past ones; the one on show stays on show. */
    clearPast: () => set({ past: [] }),
  };
}
