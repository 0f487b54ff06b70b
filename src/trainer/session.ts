import { AppError } from '../core/failure.ts';
import { balancedWeights, predictRows, type Table } from '../core/learn/train/objective.ts';
import { measureScaling, scaleRows, toHead } from '../core/learn/train/scaling.ts';
import { createSolver, type CurvePoint, type Solver } from '../core/learn/train/solver.ts';
import { growingParts } from '../core/learn/train/split.ts';
import {
  MOST_STEPS,
  type LearningPoint,
  type Trained,
  type TrainOrder,
} from '../core/learn/train/trainer.ts';
import { nextTask } from '../core/next-task.ts';

/** One training: its tables and its solver. */
export interface Session {
  start: CurvePoint;
  step: Solver['step'];
  isDone: Solver['isDone'];
  finish: () => Trained;
  learningCurve: (
    report: (points: readonly LearningPoint[]) => void,
    signal: AbortSignal,
  ) => Promise<LearningPoint[]>;
}

/** @throws AppError bad-input where embeddings and targets do not fit together */
export function createSession(order: TrainOrder): Session {
  const { embeddings, dimensions, targets, labels, split, settings } = order;
  if (embeddings.length !== targets.length * dimensions) {
    const detail = `${embeddings.length} numbers for ${targets.length} texts`;
    throw new AppError({ code: 'bad-input', detail });
  }

  function prepare(rows: readonly number[]) {
    const scaling = measureScaling(embeddings, dimensions, rows);
    const table = (part: readonly number[]): Table => ({
      features: scaleRows(embeddings, scaling, part),
      dimensions,
      targets: Uint8Array.from(part, (row) => targets[row]!),
      classes: labels.length,
    });
    const train = table(rows);
    const test = table(split.test);
    const classWeights = settings.balanced
      ? balancedWeights(train.targets, labels.length)
      : labels.map(() => 1);
    const solver = createSolver(train, table(split.validation), { l2: settings.l2, classWeights });
    return { scaling, test, solver };
  }

  const { scaling, test, solver } = prepare(split.train);

  return {
    start: solver.best().point,
    step: solver.step,
    isDone: solver.isDone,
    finish() {
      const { weights, point } = solver.best();
      const predicted = predictRows(weights, test);
      const confusion = labels.map(() => labels.map(() => 0));
      test.targets.forEach((given, i) => (confusion[given]![predicted[i]!]! += 1));
      const label = mostFrequent(split.train.map((row) => targets[row]!));
      const right = test.targets.filter((target) => target === label).length;
      return {
        head: toHead(weights, scaling, labels),
        best: point,
        predicted,
        confusion,
        majority: { label, right },
      };
    },
    async learningCurve(report, signal) {
      const points: LearningPoint[] = [];
      for (const rows of growingParts(split.train, targets, settings.seed)) {
        const part = prepare(rows);
        for (let step = 0; step < MOST_STEPS && !part.solver.isDone(); step++) {
          part.solver.step();
          await nextTask(); // the page may have given up meanwhile
          signal.throwIfAborted();
        }
        const { weights, point } = part.solver.best();
        const predicted = predictRows(weights, part.test);
        const right = predicted.filter((label, i) => label === part.test.targets[i]).length;
        const train = point.train.accuracy;
        points.push({ texts: rows.length, train, right, of: predicted.length });
        report([...points]);
      }
      return points;
    },
  };
}

function mostFrequent(targets: readonly number[]): number {
  const counts: number[] = [];
  for (const target of targets) counts[target] = (counts[target] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts.map((count) => count ?? 0)));
}
