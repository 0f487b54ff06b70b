import { MOST_STEPS, type Trainer } from '../core/learn/train/trainer.ts';
import type { Asks } from '../core/wire.ts';
import { learningCurve } from './learning-curve.ts';
import { createSession, type Session } from './session.ts';

/** For tests: the real session behind the calls of the worker; a lot is one or two steps. */
export function madeTrainer(): Asks<Trainer> {
  let session: Session | undefined;
  return {
    async begin(order) {
      session = createSession(order);
      return session.start;
    },
    async step({ most }) {
      const points = [session!.step()];
      if (most > 1 && !session!.isDone()) points.push(session!.step());
      return { points, done: session!.isDone() || points.at(-1)!.step >= MOST_STEPS };
    },
    finish: async () => session!.finish(),
    learningCurve: (order, { onProgress, signal } = {}) =>
      learningCurve(order, onProgress ?? (() => {}), signal ?? new AbortController().signal),
  };
}
