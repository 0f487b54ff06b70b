import { binOf } from '../core/analysis/bins.ts';
import { count, countsOf, createTally, sharesOf } from '../core/analysis/tally.ts';
import { FLAGS, NO_LABEL, type Flag, type Row, type Summary } from '../core/runs.ts';
import { shownLabel, type Columns } from './columns.ts';
import { confidenceOf, holdsAll, probabilityOf } from './held.ts';
import { createMetrics } from './metrics.ts';
import { createPauses } from './pauses.ts';
import { countGroups, createPeriodCount, findSpan } from './slices.ts';
import { createTelling } from './telling.ts';

const HISTOGRAM_BINS = 20;
/** Rows between two looks at the clock: about 5 ms. */
const SLICE_ROWS = 65_536;

/**
 * All the charts' numbers, from the columns alone: about 0.3 s for a million rows. May be called while rows come in; it then
 * describes those that were there when it began.
 *
 * @param rowsOf reads the few rows that are shown as examples
 */
export async function summarise(
  columns: Columns,
  rowsOf: (rows: readonly number[]) => Promise<readonly Row[]>,
  signal?: AbortSignal,
): Promise<Summary> {
  const { rows, labels } = columns;
  const inSlices = async (visit: (from: number, to: number) => void) => {
    const pause = createPauses(signal);
    for (let from = 0; from < rows; from += SLICE_ROWS) {
      visit(from, Math.min(from + SLICE_ROWS, rows));
      await pause();
    }
  };

  const names = columns.groups.slice(); // more may come in meanwhile
  const shown = createTally(1, labels);
  const groups = createTally(names.length, labels);
  const periods = createPeriodCount(await findSpan(columns, inSlices), labels);
  const positive = labels.indexOf('positive');
  const barOf = (row: number) =>
    holdsAll(columns) ? probabilityOf(columns, row, positive) : confidenceOf(columns, row);
  const histogram = new Array<number>(HISTOGRAM_BINS).fill(0);
  const flagCounts = new Array<number>(256).fill(0); // by all bits of a row: one addition each
  const metrics = createMetrics(labels);
  const telling = createTelling(labels);
  let scored = 0;
  let corrected = 0;

  await inSlices((from, to) => {
    for (let row = from; row < to; row++) {
      flagCounts[columns.flags[row]!]! += 1;
      if (columns.corrected[row] !== NO_LABEL) corrected++;
      const label = shownLabel(columns, row);
      if (label === NO_LABEL) continue;
      count(shown, 0, label);
      const group = columns.group[row]!;
      if (group < names.length) count(groups, group, label); // NO_GROUP lies beyond
      periods.add(columns.date[row]!, label);
      if (columns.label[row] === NO_LABEL) continue;
      scored++;
      histogram[binOf(barOf(row), HISTOGRAM_BINS)]! += 1;
      metrics.add(columns, row);
      telling.add(columns, row, label);
    }
  });

  const counts = countsOf(shown, 0);
  return {
    rows,
    scored,
    corrected,
    flags: countFlags(flagCounts),
    counts,
    shares: sharesOf(counts),
    histogram,
    groups: countGroups(groups, names),
    periods: periods.read(),
    ...(await telling.read(rowsOf, counts)),
    metrics: metrics.read(),
  };
}

function countFlags(byBits: readonly number[]): Record<Flag, number> {
  const count = (bit: number) =>
    byBits.reduce((sum, rows, bits) => (bits & bit ? sum + rows : sum), 0);
  return {
    empty: count(FLAGS.empty),
    duplicate: count(FLAGS.duplicate),
    foreign: count(FLAGS.foreign),
    long: count(FLAGS.long),
    uncertain: count(FLAGS.uncertain),
  };
}
