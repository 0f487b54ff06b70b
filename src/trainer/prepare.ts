import { AppError } from '../core/failure.ts';
import { balancedWeights, type Table } from '../core/learn/train/objective.ts';
import { measureScaling, scaleRows } from '../core/learn/train/scaling.ts';
import { createSolver } from '../core/learn/train/solver.ts';
import { areSettings, type TrainOrder } from '../core/learn/train/trainer.ts';

/** @throws AppError bad-input where numbers, targets and settings do not fit together */
export function checkOrder({ embeddings, dimensions, targets, settings }: TrainOrder) {
  const refuse = (detail: string) => new AppError({ code: 'bad-input', detail });
  if (embeddings.length !== targets.length * dimensions)
    throw refuse(`${embeddings.length} numbers for ${targets.length} texts`);
  if (!areSettings(settings)) throw refuse(`settings ${JSON.stringify(settings)}`);
}

/** Tables and solver for learning from some of the texts. Scaling and class weights come from these alone: no other part is looked at. */
export function prepare(
  { embeddings, dimensions, targets, labels, split, settings }: TrainOrder,
  rows: readonly number[],
) {
  const scaling = measureScaling(embeddings, dimensions, rows);
  const table = (part: readonly number[]): Table => ({
    features: scaleRows(embeddings, scaling, part),
    dimensions,
    targets: Uint8Array.from(part, (row) => targets[row]!),
    classes: labels.length,
  });
  const train = table(rows);
  const classWeights = settings.balanced
    ? balancedWeights(train.targets, labels.length)
    : labels.map(() => 1);
  const solver = createSolver(train, table(split.validation), { l2: settings.l2, classWeights });
  return { scaling, test: table(split.test), solver };
}
