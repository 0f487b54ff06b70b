import { areUnique, matchRows } from '../core/analysis/row-matches.ts';
import { count, countsOf, createTally, sharesOf } from '../core/analysis/tally.ts';
import { createTop } from '../core/analysis/top.ts';
import { emptyConfusion } from '../core/analysis/judge.ts';
import { mcnemar } from '../core/analysis/mcnemar.ts';
import { AppError } from '../core/failure.ts';
import { BLOCK_ROWS, haveSameLabels, NO_LABEL, type Comparison } from '../core/runs.ts';
import type { CallContext } from '../core/wire.ts';
import type { SourceReader } from './blocks.ts';
import { labelIndex, type Columns } from './columns.ts';
import { confidenceOf, holdsAll, probabilityOf } from './held.ts';
import { readKeys, type Keys } from './keys.ts';
import { createPauses } from './pauses.ts';

const MOST_ROWS = 200;

/**
 * Sets two runs side by side: their models' own labels, corrections aside. Rows are matched by hashes of 53 bits; 50 bytes a row
 * of both are held while it lasts.
 *
 * @throws AppError bad-input (as a rejection) where the runs' labels differ
 */
export async function compareRuns(
  a: Columns,
  b: Columns,
  read: SourceReader,
  { report, signal }: CallContext<{ rows: number; total: number }>,
): Promise<Comparison> {
  if (!haveSameLabels(a.run.model, b.run.model))
    throw new AppError({ code: 'bad-input', detail: 'the runs have different labels' });
  const { labels } = a;
  const inA = b.labels.map((label) => labelIndex(a, label)); // the same labels, perhaps in another order
  inA[NO_LABEL] = NO_LABEL;
  const total = a.rows + b.rows;
  const pause = createPauses(signal);
  const step = async (rows: number) => {
    report({ rows, total });
    await pause();
  };
  const keysA = await readKeys(a, read, step);
  const keysB = await readKeys(b, read, (rows) => step(a.rows + rows));
  const { by, partners } = match(keysA, keysB);

  const flips = emptyConfusion(labels.length);
  const moves = createTop(MOST_ROWS);
  const correct = { both: 0, onlyA: 0, onlyB: 0, neither: 0 };
  let matched = 0;
  for (let rowA = 0; rowA < partners.length; rowA++) {
    if (rowA % BLOCK_ROWS === 0) await pause();
    const rowB = partners[rowA]!;
    if (rowB < 0) continue;
    matched++;
    const from = a.label[rowA]!;
    const to = inA[b.label[rowB]!]!;
    if (from === NO_LABEL || to === NO_LABEL) continue;
    flips[from]![to]! += 1;
    if (from !== to) moves.offer(rowA, Math.abs(moveOf(a, rowA, b, rowB)));
    const truth = givenLabel(a.given[rowA]!, inA[b.given[rowB]!]!);
    if (truth !== NO_LABEL) correct[outcome(from === truth, to === truth)] += 1;
  }

  const rows: Comparison['rows'][number][] = [];
  for (const rowA of moves.rows()) {
    const rowB = partners[rowA]!;
    const { texts } = await read(a.run.id, Math.floor(rowA / BLOCK_ROWS));
    rows.push({
      rowA,
      rowB,
      text: texts[rowA % BLOCK_ROWS]!,
      from: labels[a.label[rowA]!]!,
      to: b.labels[b.label[rowB]!]!,
      moved: moveOf(a, rowA, b, rowB),
    });
  }

  const judged = correct.both + correct.onlyA + correct.onlyB + correct.neither;
  return {
    a: a.run,
    b: b.run,
    by,
    matched,
    onlyA: keysA.texts.length - matched,
    onlyB: keysB.texts.length - matched,
    flips,
    shares: { a: sharesOfRun(a), b: sharesOfRun(b) },
    correct: judged > 0 ? { ...correct, p: mcnemar(correct.onlyA, correct.onlyB) } : undefined,
    rows,
  };
}

/**
 * By row where the texts are the same in the same order; by id where every row of both has its own; else by text. Ids that mean
 * something else in the other file, such as row numbers, are found out by their texts: more than half must be equal.
 */
function match(a: Keys, b: Keys): { by: Comparison['by']; partners: Int32Array } {
  if (a.texts.length === b.texts.length && a.texts.every((hash, row) => hash === b.texts[row]))
    return { by: 'row', partners: Int32Array.from(a.texts.keys()) };
  if (a.ids && b.ids && areUnique(a.ids) && areUnique(b.ids)) {
    const partners = matchRows(a.ids, b.ids);
    const matched = partners.reduce((sum, partner) => sum + (partner >= 0 ? 1 : 0), 0);
    const equal = partners.reduce(
      (sum, partner, row) => sum + (partner >= 0 && a.texts[row] === b.texts[partner] ? 1 : 0),
      0,
    );
    if (2 * equal > matched) return { by: 'id', partners };
  }
  return { by: 'text', partners: matchRows(a.texts, b.texts) };
}

/** As Comparison's `moved`. */
function moveOf(a: Columns, rowA: number, b: Columns, rowB: number): number {
  if (!holdsAll(a)) return Math.min(confidenceOf(a, rowA), confidenceOf(b, rowB));
  const positive = (columns: Columns, row: number) =>
    probabilityOf(columns, row, columns.labels.indexOf('positive'));
  return positive(b, rowB) - positive(a, rowA);
}

/** The one given label, or the same one twice; a row that is given two different ones judges nobody. */
function givenLabel(a: number, b: number): number {
  if (a === NO_LABEL) return b;
  return b === NO_LABEL || a === b ? a : NO_LABEL;
}

function outcome(a: boolean, b: boolean): 'both' | 'onlyA' | 'onlyB' | 'neither' {
  if (a) return b ? 'both' : 'onlyA';
  return b ? 'onlyB' : 'neither';
}

function sharesOfRun({ label, labels, rows }: Columns): Comparison['shares']['a'] {
  const tally = createTally(1, labels);
  for (let row = 0; row < rows; row++) if (label[row] !== NO_LABEL) count(tally, 0, label[row]!);
  return sharesOf(countsOf(tally, 0));
}
