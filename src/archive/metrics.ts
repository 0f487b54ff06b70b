import { createCalibration } from '../core/analysis/calibration.ts';
import { emptyConfusion, judge, type Confusion } from '../core/analysis/judge.ts';
import { NO_LABEL, type Metrics } from '../core/runs.ts';
import { areSentiment } from '../core/sentiment.ts';
import type { Columns } from './columns.ts';
import { confidenceOf, probabilityOf } from './held.ts';

/**
 * Judges the model's own labels by the given ones, row by row. Corrections have no part in it: they are the user's. Every row
 * with both labels counts, copies too, as in any published figure.
 */
export function createMetrics(labels: readonly string[]) {
  const all = emptyConfusion(labels.length);
  /** Of sentiment, by P(positive) against P(negative) alone; equal ones are negative, as everywhere the first label is. */
  const binary = areSentiment(labels) ? emptyConfusion(labels.length) : undefined;
  const negativeLabel = labels.indexOf('negative');
  const positiveLabel = labels.indexOf('positive');
  const calibration = createCalibration();

  return {
    add(columns: Columns, row: number) {
      const { given, label } = columns;
      const truth = given[row]!;
      const predicted = label[row]!;
      if (truth === NO_LABEL || predicted === NO_LABEL) return;
      all[truth]![predicted]! += 1;
      calibration.add(confidenceOf(columns, row), truth === predicted);
      if (!binary) return;
      const positive = probabilityOf(columns, row, positiveLabel);
      const negative = probabilityOf(columns, row, negativeLabel);
      binary[truth]![positive > negative ? positiveLabel : negativeLabel]! += 1;
    },

    /** @returns undefined where no row has both labels */
    read(): Metrics | undefined {
      const { classes, ...overall } = judge(all);
      if (overall.reviews === 0) return undefined;
      const byLabel = Object.fromEntries(labels.map((label, i) => [label, classes[i]!]));
      return {
        ...overall,
        classes: byLabel,
        confusion: all,
        binary: binary && byLabel['neutral']!.given === 0 ? twoClasses(binary) : undefined,
        ...calibration.read(),
      };
    },
  };
}

function twoClasses(confusion: Confusion): NonNullable<Metrics['binary']> {
  const { reviews, accuracy, macroF1 } = judge(confusion);
  return { reviews, accuracy, macroF1 };
}
