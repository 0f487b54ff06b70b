import { mcnemar } from '../../../core/analysis/mcnemar.ts';
import { wilson } from '../../../core/analysis/wilson.ts';
import type { TrainResult } from '../../../state/learn/train-state.ts';
import { count, percent } from '../../parts/format.ts';

/** Under this a difference is called clear, as everywhere on this page. */
const CLEAR = 0.05;

/** One who answered the test texts. */
export interface Answerer {
  name: string;
  right: number;
  of: number;
  /** Against the trained model: texts that one alone got right; undefined for the trained one itself. */
  only?: { trained: number; other: number };
}

/**
 * The trained model, and what it is held against.
 *
 * @param bundledTitle name of the bundled model with the same encoder
 * @param labels of the trained model
 */
export function answerers(
  { trained, bundled, model: { labels } }: TrainResult,
  bundledTitle: string,
): Answerer[] {
  const { confusion, majority } = trained;
  const of = trained.predicted.length;
  const hits = confusion.map((row, label) => row[label]!);
  const right = hits.reduce((sum, n) => sum + n, 0);
  const both = hits[majority.label]!; // texts of that label that the trained one gets right, too
  return [
    { name: 'Your model', right, of },
    ...(bundled
      ? [
          {
            name: bundledTitle,
            right: bundled.right,
            of,
            only: { trained: bundled.onlyTrained, other: bundled.onlyBundled },
          },
        ]
      : []),
    {
      name: `Always “${labels[majority.label]!}”`,
      right: majority.right,
      of,
      only: { trained: right - both, other: majority.right - both },
    },
  ];
}

/** @returns such as "87.3% (81.1 to 91.7%)" */
export function shareText({ right, of }: Pick<Answerer, 'right' | 'of'>): string {
  const { share, low, high } = wilson(right, of);
  return `${percent(share, 1)} (${percent(low, 1).slice(0, -1)} to ${percent(high, 1)})`;
}

/** Whether the difference to the trained model is more than chance, by McNemar's exact test. */
export function differenceText({ name, only }: Answerer): string {
  if (!only) return '';
  const { trained, other } = only;
  const p = mcnemar(trained, other);
  const counts = `your model alone is right on ${count(trained)}, the other alone on ${count(other)}; p ${p < 0.001 ? 'below 0.001' : `= ${p.toFixed(3)}`}`;
  if (p >= CLEAR) return `No clear difference to ${name}: ${counts}.`;
  return trained > other
    ? `Your model is better than ${name}: ${counts}.`
    : `Your model is worse than ${name}: ${counts}.`;
}
