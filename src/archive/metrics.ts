import { createCalibration } from '../core/analysis/calibration.ts';
import { emptyConfusion, judge } from '../core/analysis/judge.ts';
import { NO_LABEL, type Metrics } from '../core/runs.ts';
import { LABELS } from '../core/sentiment.ts';
import type { Columns } from './columns.ts';

const NEGATIVE = LABELS.indexOf('negative');
const NEUTRAL = LABELS.indexOf('neutral');
const POSITIVE = LABELS.indexOf('positive');

/**
 * Judges the model's own labels by the given ones, row by row. Corrections have no part in it: they are the user's. Every row
 * with both labels counts, copies too, as in any published figure.
 */
export function createMetrics() {
  const three = emptyConfusion();
  /** By P(positive) against P(negative) alone; equal ones are negative, as everywhere the first label is. */
  const binary = emptyConfusion();
  const calibration = createCalibration();

  return {
    add({ given, label, probabilities }: Columns, row: number) {
      const truth = given[row]!;
      const predicted = label[row]!;
      if (truth === NO_LABEL || predicted === NO_LABEL) return;
      const positive = probabilities[row * 3 + POSITIVE]!;
      const negative = probabilities[row * 3 + NEGATIVE]!;
      three[truth]![predicted]! += 1;
      binary[truth]![positive > negative ? POSITIVE : NEGATIVE]! += 1;
      calibration.add(probabilities[row * 3 + predicted]!, truth === predicted);
    },

    /** @returns undefined where no row has both labels */
    read(): Metrics | undefined {
      const { classes, ...overall } = judge(three);
      if (overall.reviews === 0) return undefined;
      const onlyTwo = classes[NEUTRAL]!.given === 0;
      const { reviews, accuracy, macroF1 } = judge(binary);
      return {
        ...overall,
        classes: {
          negative: classes[NEGATIVE]!,
          neutral: classes[NEUTRAL]!,
          positive: classes[POSITIVE]!,
        },
        confusion: three,
        binary: onlyTwo ? { reviews, accuracy, macroF1 } : undefined,
        ...calibration.read(),
      };
    },
  };
}
