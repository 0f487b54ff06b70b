import { byFrequency } from '../core/analysis/tally.ts';
import { createTop } from '../core/analysis/top.ts';
import { FLAGS, type Row, type Summary } from '../core/runs.ts';
import { areSentiment } from '../core/sentiment.ts';
import type { Columns } from './columns.ts';
import { confidenceOf, holdsAll, marginOf, probabilityOf } from './held.ts';

const SHOWN = 5;
/** Copies are flagged and left out, but texts may still look the same once trimmed. */
const CANDIDATES = 3 * SHOWN;
/** Of a model's own labels: the most frequent ones. Reading rows of all fifty would read the whole file. */
const MOST_LABELS = 5;

/** Finds the rows that stand for their label, by P of the label shown, and those the model hesitated over most. */
export function createTelling(labels: readonly string[]) {
  const sentiment = areSentiment(labels);
  const told = labels.map((label) =>
    sentiment && label === 'neutral' ? undefined : createTop(CANDIDATES),
  );
  const uncertain = createTop(CANDIDATES);

  return {
    /** @param label index of the one shown. The row must have been scored. */
    add(columns: Columns, row: number, label: number) {
      if (columns.flags[row]! & FLAGS.duplicate) return;
      // Where only the model's own label has its probability at hand, a corrected row stands for none.
      if (holdsAll(columns)) told[label]?.offer(row, probabilityOf(columns, row, label));
      else if (columns.label[row] === label) told[label]?.offer(row, confidenceOf(columns, row));
      uncertain.offer(row, -marginOf(columns, row));
    },

    /** @param counts of the labels shown */
    async read(
      rowsOf: (rows: readonly number[]) => Promise<readonly Row[]>,
      counts: Summary['counts'],
    ): Promise<Pick<Summary, 'telling' | 'uncertain'>> {
      const read = async (top: ReturnType<typeof createTop>) => differing(await rowsOf(top.rows()));
      const telling: [string, readonly Row[]][] = [];
      for (const label of byFrequency(labels, counts).slice(0, MOST_LABELS)) {
        const top = told[labels.indexOf(label)];
        if (top) telling.push([label, await read(top)]);
      }
      return { telling: Object.fromEntries(telling), uncertain: await read(uncertain) };
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
