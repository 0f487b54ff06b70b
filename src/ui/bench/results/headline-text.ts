import type { CellFigures, Headline } from '../../../core/bench/figures.ts';
import type { BenchResult, EngineResult } from '../../../core/bench/result.ts';
import { cellName, passesText, some } from './names.ts';
import { boundText, ratioText, shareText, verdictOf, type Verdict } from './ratio-text.ts';
import { count, ms } from '../../parts/format.ts';

/** What a run says of one engine, in sentences made from its numbers alone. */
export interface HeadlineText {
  /** 'unmeasured': there is no batch to compare. */
  verdict: Verdict | 'unmeasured';
  /** A few words, to be set large. */
  claim: string;
  /** Both times and their ratio. */
  measured: string;
  /** What "batch" was. */
  batch: string | undefined;
  accuracy: string;
  breakEven: string | undefined;
  bound: string;
}

const CLAIMS: Record<HeadlineText['verdict'], (ratio: string) => string> = {
  faster: (ratio) => `On this machine, batch is ${ratio} as fast as real time.`,
  slower: (ratio) => `On this machine, batch is slower: a review takes ${ratio} as long.`,
  unclear: () => 'On this machine, batch and real time show no clear difference.',
  unmeasured: () => 'Only real time was measured.',
};

export function headlineText(headline: Headline, result: BenchResult): HeadlineText {
  const { batch, ratio, others } = headline;
  const verdict = ratio ? verdictOf(ratio) : 'unmeasured';
  const batchMeasured = batch !== undefined || others.length > 0;
  return {
    verdict,
    claim: !ratio && batchMeasured ? NOT_COMPARABLE : CLAIMS[verdict](ratioWords(headline)),
    measured: measuredText(headline, result),
    batch: batch && batchText(batch, headline.engine),
    accuracy: accuracyText(headline),
    breakEven: batchMeasured ? breakEvenText(headline) : undefined,
    bound: boundSentence(headline, result.settings.boundMs),
  };
}

const NOT_COMPARABLE =
  'Batch and real time have no complete round in common, so they can’t be compared.';

function ratioWords({ ratio }: Headline): string {
  if (!ratio) return '';
  const shown = ratio.value < 1 ? 1 / ratio.value : ratio.value;
  // The interval stands in the next sentence; a ratio that rounds to 1.0 keeps its digits.
  return `${shown.toFixed(shown < 1.095 ? 2 : 1)} times`;
}

function measuredText({ batch, realTime, ratio }: Headline, result: BenchResult): string {
  const alone = realTime.perReview ? ms(realTime.perReview.value) : 'an unknown time';
  const ended = result.complete
    ? ''
    : ' The run was ended early; this is what was complete by then.';
  if (!batch?.perReview) return `A review took ${alone} in real time.${ended}`;
  const together = ms(batch.perReview.value);
  const compared = ratio
    ? `: ${ratioText(ratio)}, from ${some(ratio.rounds, 'round')} that both have done`
    : '';
  return `A review took ${together} in batch and ${alone} in real time${compared}.${ended}`;
}

function batchText({ cell }: CellFigures, engine: EngineResult): string {
  const own = `Batch here means ${cellName(cell)}, as the page itself scores a file.`;
  const sharing =
    cell.workers > 1
      ? ` ${cell.workers} workers share the work; real time has one by definition.`
      : '';
  const passes =
    cell.batchSize > 1 && !engine.pads ? ` Nothing is padded: ${passesText(engine)}.` : '';
  return own + passes + sharing;
}

function accuracyText({ realTime, batch, accuracy }: Headline): string {
  const alone = realTime.accuracy ?? accuracy;
  if (!alone) return 'The texts have no labels of their own, so accuracy is unknown.';
  const together = batch?.accuracy;
  const of = some(alone.reviews, 'labelled review');
  if (!together) return `Right in real time: ${shareText(alone)} of ${of}.`;
  if (together.value === alone.value && together.reviews === alone.reviews)
    return `Right in both: ${shareText(alone)} of ${of}. It is the same model.`;
  return (
    `Right in real time: ${shareText(alone)} of ${of}; in batch: ${shareText(together)} of ` +
    `${count(together.reviews)}. It is the same model, so they differ only where a text got another label in company.`
  );
}

function breakEvenText({ breakEven }: Headline): string {
  if (!breakEven) return 'No batch measured is clearly faster, however many reviews are waiting.';
  const { waiting, figures } = breakEven;
  return waiting <= 1
    ? `Batch wins from the first waiting review on (${cellName(figures.cell)}).`
    : `Batch wins from ${count(waiting)} waiting reviews on (${cellName(figures.cell)}).`;
}

function boundSentence({ realTime, underBound }: Headline, boundMs: number): string {
  const { p95, n } = realTime.latency;
  return (
    `Real time is ${underBound ? 'under' : 'not under'} ${boundText(boundMs)}: ` +
    `95 of 100 reviews were answered within ${ms(p95)} (p95 of ${some(n, 'sample')}).`
  );
}
