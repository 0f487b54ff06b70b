import { createTop } from '../core/analysis/top.ts';
import { FLAGS, type Row, type Summary } from '../core/runs.ts';
import { LABELS } from '../core/sentiment.ts';
import type { Columns } from './columns.ts';

const SHOWN = 5;
/** Copies are flagged and left out, but texts may still look the same once trimmed. */
const CANDIDATES = 3 * SHOWN;

/** Finds the rows that stand for their label, by P of the label shown, and those the model hesitated over most. */
export function createTelling() {
  const negative = createTop(CANDIDATES);
  const positive = createTop(CANDIDATES);
  const uncertain = createTop(CANDIDATES);

  return {
    /** @param label the one shown: an index into LABELS. The row must have been scored. */
    add({ flags, probabilities }: Columns, row: number, label: number) {
      if (flags[row]! & FLAGS.duplicate) return;
      const a = probabilities[row * 3]!;
      const b = probabilities[row * 3 + 1]!;
      const c = probabilities[row * 3 + 2]!;
      if (LABELS[label] === 'negative') negative.offer(row, a);
      if (LABELS[label] === 'positive') positive.offer(row, c);
      const most = Math.max(a, b, c);
      const second = a + b + c - most - Math.min(a, b, c);
      uncertain.offer(row, second - most);
    },

    async read(
      rowsOf: (rows: readonly number[]) => Promise<readonly Row[]>,
    ): Promise<Pick<Summary, 'telling' | 'uncertain'>> {
      const read = async (top: ReturnType<typeof createTop>) => differing(await rowsOf(top.rows()));
      return {
        telling: { negative: await read(negative), positive: await read(positive) },
        uncertain: await read(uncertain),
      };
    },
  };
}

function differing(rows: readonly Row[]): Row[] {
  const byText = new Map<string, Row>();
  for (const row of rows) {
    const text = row.text.trim().toLowerCase();
    if (!byText.has(text)) byText.set(text, row);
  }
  return [...byText.values()].slice(0, SHOWN);
}
