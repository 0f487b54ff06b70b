import { predictRows } from '../core/learn/train/objective.ts';
import { growingParts } from '../core/learn/train/split.ts';
import { MOST_STEPS, type LearningPoint, type TrainOrder } from '../core/learn/train/trainer.ts';
import { nextTask } from '../core/next-task.ts';
import { checkOrder, prepare } from './prepare.ts';

/**
 * Trains on growing parts of the training part, each to its end.
 *
 * @param report told the points so far, after each
 * @throws signal.reason once the page has given up; AppError bad-input as createSession
 */
export async function learningCurve(
  order: TrainOrder,
  report: (points: readonly LearningPoint[]) => void,
  signal: AbortSignal,
): Promise<LearningPoint[]> {
  checkOrder(order);
  const { split, targets, settings } = order;
  const points: LearningPoint[] = [];
  for (const rows of growingParts(split.train, targets, settings.seed)) {
    const { solver, test } = prepare(order, rows);
    for (let step = 0; step < MOST_STEPS && !solver.isDone(); step++) {
      solver.step();
      await nextTask(); // the page may have given up meanwhile
      signal.throwIfAborted();
    }
    const { weights, point } = solver.best();
    const predicted = predictRows(weights, test);
    const right = predicted.filter((label, i) => label === test.targets[i]).length;
    points.push({ texts: rows.length, train: point.train.accuracy, right, of: predicted.length });
    report([...points]);
  }
  return points;
}
