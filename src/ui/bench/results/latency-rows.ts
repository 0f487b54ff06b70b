import type { CellFigures, Headline } from '../../../core/bench/figures.ts';
import { summarize } from '../../../core/stats.ts';
import type { LatencyRow } from './latency-chart.ts';
import { capital, shortName } from './names.ts';

/** The cell with the largest batches, sorted if there is a choice; none where no batch had company. */
export function largestOf({ batch, others }: Headline): CellFigures | undefined {
  const largest = [...(batch ? [batch] : []), ...others.map(({ figures }) => figures)].toSorted(
    (a, b) =>
      b.cell.batchSize - a.cell.batchSize ||
      a.cell.workers - b.cell.workers ||
      Number(b.cell.plan === 'sorted') - Number(a.cell.plan === 'sorted'),
  )[0];
  return largest && largest.cell.batchSize > 1 ? largest : undefined;
}

/**
 * Real time beside batch: as the page scores a file, one by one on several workers where that is so, and both sides of the
 * largest batch, what a review costs and what it waits.
 */
export function latencyRows(headline: Headline): LatencyRow[] {
  const { realTime, batch } = headline;
  const largest = largestOf(headline);
  return [
    waits('Real time', 'var(--chart-1)', realTime),
    ...(batch?.cell.batchSize === 1
      ? [waits(capital(shortName(batch.cell)), 'var(--chart-4)', batch)]
      : []),
    ...(largest
      ? [
          shares(`Share, batch of ${largest.cell.batchSize}`, 'var(--chart-2)', largest),
          waits(`Wait, batch of ${largest.cell.batchSize}`, 'var(--chart-3)', largest),
        ]
      : []),
  ];
}

function waits(name: string, color: string, { drawn, latency }: CellFigures): LatencyRow {
  const { value, low, high } = latency.median;
  return { name, color, samples: drawn, median: value, interval: [low, high], p95: latency.p95 };
}

function shares(name: string, color: string, figures: CellFigures): LatencyRow {
  const { amortised, latency, result } = figures;
  const sizes = new Set(result.samples.map(({ texts }) => texts.length));
  const [size = 1] = sizes;
  // Where all batches are of one size, the interval of a share is that of the whole, divided; else it is left out.
  const interval =
    sizes.size === 1
      ? ([latency.median.low / size, latency.median.high / size] as const)
      : undefined;
  return { name, color, samples: amortised, ...summarize(amortised), interval };
}
