import { LABELS, type Label } from '../../core/sentiment.ts';
import type { Bundled } from './train-state.ts';

const NAMES: Record<string, Label> = {
  negative: 'negative',
  neg: 'negative',
  neutral: 'neutral',
  neu: 'neutral',
  positive: 'positive',
  pos: 'positive',
};

/**
 * How often the bundled model itself is right on the test part, asked only for the labels there are; undefined where these are
 * not its own labels.
 *
 * @param probabilities of all texts, row-major [texts, 3]
 * @param trained label found by the trained head for each row of `test`
 */
export function judgeBundled(
  labels: readonly string[],
  test: readonly number[],
  targets: readonly number[],
  trained: ArrayLike<number>,
  probabilities: Float32Array,
): Bundled | undefined {
  const indices = labels.map((label) => LABELS.indexOf(NAMES[label.toLowerCase()]!));
  if (indices.includes(-1) || new Set(indices).size < indices.length) return undefined;
  const counts = { right: 0, onlyTrained: 0, onlyBundled: 0 };
  test.forEach((row, i) => {
    const shares = indices.map((k) => probabilities[row * 3 + k]!);
    const isRight = shares.indexOf(Math.max(...shares)) === targets[row];
    const trainedIsRight = trained[i] === targets[row];
    counts.right += Number(isRight);
    counts.onlyBundled += Number(isRight && !trainedIsRight);
    counts.onlyTrained += Number(!isRight && trainedIsRight);
  });
  return counts;
}
