import type { Figures, Headline } from '../../../core/bench/figures.ts';
import { madeResult } from '../../../core/bench/made-result.ts';
import { readFigures } from '../../../core/bench/read-figures.ts';
import type { BenchResult } from '../../../core/bench/result.ts';

/** For tests: a made run, read; and what it says of its first model. */
export function madeFigures(change: Partial<BenchResult> = {}): {
  result: BenchResult;
  figures: Figures;
  headline: Headline;
} {
  const result = madeResult(change);
  const figures = readFigures(result);
  return { result, figures, headline: figures.headlines[0]! };
}
