import { quizDeps } from '../../../app.ts';
import { quizActions } from '../../../state/learn/quiz/actions.ts';

/** The quiz's actions. They and the bank of questions load with the view. */
export const quiz = quizActions(quizDeps);
