import type { Metrics } from '../runs.ts';
import { binOf } from './bins.ts';
import { wilson } from './wilson.ts';

const BINS = 10;

/**
 * Reliability diagram and expected calibration error over ten bins of equal width: the mean distance between how sure the model
 * was and how often it was right, weighted by reviews (Guo, Pleiss, Sun & Weinberger 2017). Bins include their lower end, the
 * last one both.
 */
export function createCalibration() {
  const reviews = new Float64Array(BINS);
  const right = new Float64Array(BINS);
  const confidence = new Float64Array(BINS);

  return {
    /** @param top the probability of the predicted label, 0 to 1 */
    add(top: number, correct: boolean) {
      const bin = binOf(top, BINS);
      reviews[bin]! += 1;
      confidence[bin]! += top;
      if (correct) right[bin]! += 1;
    },

    /** @returns ece 0 where nothing was added */
    read(): Pick<Metrics, 'calibration' | 'ece'> {
      const total = reviews.reduce((sum, count) => sum + count, 0);
      const calibration = Array.from(reviews, (count, bin) => ({
        from: bin / BINS,
        to: (bin + 1) / BINS,
        confidence: confidence[bin]! / count,
        accuracy: wilson(right[bin]!, count),
        reviews: count,
      })).filter((bin) => bin.reviews > 0);
      const ece = calibration.reduce(
        (sum, bin) => sum + (bin.reviews / total) * Math.abs(bin.accuracy.share - bin.confidence),
        0,
      );
      return { calibration, ece };
    },
  };
}
