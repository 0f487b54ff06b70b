import { createTermFinder } from '../core/analysis/terms.ts';
import { AppError } from '../core/failure.ts';
import { BLOCK_ROWS, FLAGS, NO_LABEL, type Terms } from '../core/runs.ts';
import { areSentiment, LABELS } from '../core/sentiment.ts';
import type { CallContext } from '../core/wire.ts';
import type { SourceReader } from './blocks.ts';
import { shownLabel, type Columns } from './columns.ts';
import { createPauses } from './pauses.ts';

/** Rows between two looks at the clock: a few ms of counting words. */
const SLICE_ROWS = 128;

/**
 * Terms that set positive and negative reviews apart, or those of one label and all others, over every labelled row by the label
 * shown. Copies are left out: a review pasted a thousand times would turn its words into terms.
 *
 * @param against the label to set against the others; not looked at for sentiment
 * @throws AppError bad-input (as a rejection) where the run has other labels than sentiment and this is none of them
 */
export async function findTerms(
  columns: Columns,
  read: SourceReader,
  { report, signal }: CallContext<{ rows: number; total: number }>,
  against?: string,
): Promise<Terms> {
  const { rows: total } = columns;
  const sideOf = sides(columns, against);
  const finder = createTermFinder();
  const pause = createPauses(signal);
  for (let from = 0; from < total; from += BLOCK_ROWS) {
    const { texts } = await read(columns.run.id, from / BLOCK_ROWS);
    for (let i = 0; i < Math.min(texts.length, total - from); i++) {
      if (i % SLICE_ROWS === 0) await pause();
      const label = shownLabel(columns, from + i);
      const copy = columns.flags[from + i]! & FLAGS.duplicate;
      if (label !== NO_LABEL && !copy) finder.add(texts[i]!, sideOf[label]!);
    }
    report({ rows: Math.min(from + BLOCK_ROWS, total), total });
  }
  const found = finder.read();
  return areSentiment(columns.labels) ? found : { ...found, label: against! };
}

/** @returns by index of a label: the index into LABELS that the finder counts it as */
function sides({ labels }: Columns, against: string | undefined): number[] {
  if (areSentiment(labels)) return labels.map((label) => LABELS.findIndex((own) => own === label));
  if (against === undefined || !labels.includes(against))
    throw new AppError({ code: 'bad-input', detail: 'a label that the model does not have' });
  return labels.map((label) => LABELS.indexOf(label === against ? 'positive' : 'negative'));
}
