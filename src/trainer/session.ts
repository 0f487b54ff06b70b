import { predictRows } from '../core/learn/train/objective.ts';
import { toHead } from '../core/learn/train/scaling.ts';
import type { CurvePoint, Solver } from '../core/learn/train/solver.ts';
import type { Trained, TrainOrder } from '../core/learn/train/trainer.ts';
import { checkOrder, prepare } from './prepare.ts';

/** One training: its tables and its solver. */
export interface Session {
  start: CurvePoint;
  step: Solver['step'];
  isDone: Solver['isDone'];
  finish: () => Trained;
}

/** @throws AppError bad-input where embeddings, targets and settings do not fit together */
export function createSession(order: TrainOrder): Session {
  checkOrder(order);
  const { targets, labels, split } = order;
  const { scaling, test, solver } = prepare(order, split.train);

  return {
    start: solver.best().point,
    step: solver.step,
    isDone: solver.isDone,
    finish() {
      const { weights, point } = solver.best();
      const predicted = predictRows(weights, test);
      const confusion = labels.map(() => labels.map(() => 0));
      test.targets.forEach((given, i) => (confusion[given]![predicted[i]!]! += 1));
      const counts = labels.map(() => 0);
      for (const row of split.train) counts[targets[row]!]! += 1;
      const label = counts.indexOf(Math.max(...counts));
      const right = test.targets.filter((target) => target === label).length;
      return {
        head: toHead(weights, scaling, labels),
        best: point,
        predicted,
        confusion,
        majority: { label, right },
      };
    },
  };
}
