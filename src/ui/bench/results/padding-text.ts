import type { CellFigures } from '../../../core/bench/figures.ts';
import { ratioOf } from '../../../core/bench/headline.ts';
import { ms } from '../../parts/format.ts';
import { times, verdictOf } from './ratio-text.ts';

/**
 * What padding costs in ms: the same batches in file order against sorted, as measured.
 *
 * @param cells the batches of one engine
 * @param size the batch size drawn
 */
export function costText(cells: readonly CellFigures[], size: number, seed: number): string {
  const of = (plan: 'file' | 'sorted') =>
    cells.find(({ cell }) => cell.batchSize === size && cell.plan === plan);
  const [file, sorted] = [of('file'), of('sorted')];
  if (!file?.perReview || !sorted?.perReview)
    return `Batches of ${size} were measured in one order only, so what padding costs can’t be told.`;
  const [slow, fast] = [file.perReview.value, sorted.perReview.value];
  const measured = `Measured in batches of ${size}: ${ms(slow)} a review in file order, ${ms(fast)} sorted`;
  const ratio = ratioOf(file, sorted, seed);
  if (!ratio) return `${measured}.`;
  const { times: longer, interval } = times(ratio);
  const figures = `${longer} as long (95% interval ${interval})`;
  switch (verdictOf(ratio)) {
    case 'faster':
      return `${measured}: file order takes ${figures}, ${ms(slow - fast)} more for each review.`;
    case 'slower':
      return `${measured}: file order takes ${figures}, so sorting costs time here.`;
    case 'unclear':
      return `${measured}: no clear difference, ${figures}.`;
  }
}
