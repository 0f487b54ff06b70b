import { shuffled } from '../../core/bench/random.ts';
import { EVERYTHING } from '../../core/runs.ts';
import { LABELS } from '../../core/sentiment.ts';
import type { BenchDeps } from './deps.ts';
import type { Given, LabelIndex } from './given.ts';

/** Rows read at once. */
const ROWS = 256;

/**
 * Different, non-empty texts of a scored file, drawn by chance, with the labels that the file gives.
 *
 * @returns at most `count`; fewer where the file has no more
 * @throws AppError (as a rejection) run-missing
 */
export async function runTexts(
  { archive }: Pick<BenchDeps, 'archive'>,
  run: string,
  count: number,
  random: () => number,
  signal: AbortSignal,
): Promise<Given[]> {
  const all = await archive.query({ run, query: EVERYTHING }, { signal });
  const order = shuffled(Array.from(all), random);
  const found = new Map<string, Given>();
  for (let from = 0; from < order.length && found.size < count; from += ROWS) {
    signal.throwIfAborted();
    const rows = await archive.rows({ run, rows: order.slice(from, from + ROWS) }, { signal });
    for (const { text, given } of rows) {
      if (found.size === count) break;
      if (text.trim() === '' || found.has(text)) continue;
      const index = LABELS.findIndex((label) => label === given);
      const label = index < 0 ? null : (index as LabelIndex); // of a model's own labels, which others don't give: none
      found.set(text, { text, label });
    }
  }
  return [...found.values()];
}
