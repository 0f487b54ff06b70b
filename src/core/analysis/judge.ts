import type { Metrics } from '../runs.ts';
import { wilson } from './wilson.ts';

/** [given][predicted], any number of classes. */
export type Confusion = readonly (readonly number[])[];

interface ClassScores {
  given: number;
  precision: number;
  recall: number;
  f1: number;
}

/**
 * Precision, recall and F1 of one class. As in scikit-learn, a quotient with nothing below the line is 0: precision of a class
 * that is never predicted, recall of one that is never given.
 */
function scoreClass(confusion: Confusion, index: number): ClassScores & { predicted: number } {
  const hits = confusion[index]![index]!;
  const given = sum(confusion[index]!);
  const predicted = sum(confusion.map((row) => row[index]!));
  const share = (of: number) => (of === 0 ? 0 : hits / of);
  const f1 = given + predicted === 0 ? 0 : (2 * hits) / (given + predicted);
  return { given, predicted, precision: share(predicted), recall: share(given), f1 };
}

/**
 * Accuracy and macro-F1. Macro-F1 is the plain mean of F1 over the classes that occur, given or predicted: a class that is
 * neither has no say, one that is predicted but never given counts as 0. That is scikit-learn's f1_score(average="macro").
 *
 * @returns macroF1 NaN for a matrix of zeros
 */
export function judge(confusion: Confusion): {
  reviews: number;
  accuracy: Metrics['accuracy'];
  macroF1: number;
  classes: readonly ClassScores[];
} {
  const scores = confusion.map((_, index) => scoreClass(confusion, index));
  const reviews = sum(confusion.map(sum));
  const occurring = scores.filter(({ given, predicted }) => given + predicted > 0);
  return {
    reviews,
    accuracy: wilson(sum(confusion.map((row, i) => row[i]!)), reviews),
    macroF1: sum(occurring.map(({ f1 }) => f1)) / occurring.length,
    classes: scores.map(({ given, precision, recall, f1 }) => ({ given, precision, recall, f1 })),
  };
}

/** @returns the pairs of different labels that occur, most frequent first */
export function differencesIn(
  confusion: Confusion,
): { given: number; predicted: number; count: number }[] {
  return confusion
    .flatMap((row, given) => row.map((count, predicted) => ({ given, predicted, count })))
    .filter(({ given, predicted, count }) => given !== predicted && count > 0)
    .sort((a, b) => b.count - a.count);
}

/** Counts pairs of labels, by their indices. */
export function emptyConfusion(labels: number): number[][] {
  return Array.from({ length: labels }, () => new Array<number>(labels).fill(0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
