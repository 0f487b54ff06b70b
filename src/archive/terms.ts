import { createTermFinder } from '../core/analysis/terms.ts';
import { BLOCK_ROWS, FLAGS, NO_LABEL, type Terms } from '../core/runs.ts';
import type { CallContext } from '../core/wire.ts';
import type { SourceReader } from './blocks.ts';
import { shownLabel, type Columns } from './columns.ts';
import { createPauses } from './pauses.ts';

/** Rows between two looks at the clock: a few ms of counting words. */
const SLICE_ROWS = 128;

/**
 * Terms that set positive and negative reviews apart, over every labelled row by the label shown. Copies are left out: a review
 * pasted a thousand times would turn its words into terms.
 */
export async function findTerms(
  columns: Columns,
  read: SourceReader,
  { report, signal }: CallContext<{ rows: number; total: number }>,
): Promise<Terms> {
  const { rows: total } = columns;
  const finder = createTermFinder();
  const pause = createPauses(signal);
  for (let from = 0; from < total; from += BLOCK_ROWS) {
    const { texts } = await read(columns.run.id, from / BLOCK_ROWS);
    for (let i = 0; i < Math.min(texts.length, total - from); i++) {
      if (i % SLICE_ROWS === 0) await pause();
      const label = shownLabel(columns, from + i);
      const copy = columns.flags[from + i]! & FLAGS.duplicate;
      if (label !== NO_LABEL && !copy) finder.add(texts[i]!, label);
    }
    report({ rows: Math.min(from + BLOCK_ROWS, total), total });
  }
  return finder.read();
}
