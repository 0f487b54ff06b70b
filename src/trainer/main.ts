import { AppError } from '../core/failure.ts';
import { MOST_STEPS, type Trainer } from '../core/learn/train/trainer.ts';
import type { CurvePoint } from '../core/learn/train/solver.ts';
import { serve } from '../core/serve.ts';
import { learningCurve } from './learning-curve.ts';
import { createSession, type Session } from './session.ts';

let session: Session | undefined;

function current(): Session {
  if (session) return session;
  throw new AppError({ code: 'bad-input', detail: 'no training has begun' });
}

serve<Trainer>(self, {
  async begin(order) {
    session = createSession(order);
    return session.start;
  },

  async step({ ms, most }) {
    const { step, isDone } = current();
    const points: CurvePoint[] = [];
    const until = performance.now() + ms;
    do points.push(step());
    while (!isDone() && points.length < most && performance.now() < until);
    return { points, done: isDone() || points.at(-1)!.step >= MOST_STEPS };
  },

  finish: async () => current().finish(),

  learningCurve: (order, { report, signal }) => learningCurve(order, report, signal),
});
