import { FLAGS, NO_LABEL, UNLABELLED, type Filter } from '../core/runs.ts';
import { shownLabel, type Columns } from './columns.ts';
import { confidenceOf, probabilityOf } from './held.ts';

type Matches = (row: number) => boolean;

/** Every condition of a filter but the search, as a test of one row. An empty list asks for nothing. */
export function createMatcher(filter: Filter, columns: Columns): Matches {
  const tests: Matches[] = [];
  const { label, given, corrected, labels, date, group, flags } = columns;

  if (filter.labels?.length) {
    const wanted = new Uint8Array(256);
    for (const name of filter.labels)
      wanted[name === UNLABELLED ? NO_LABEL : labels.indexOf(name)] = 1; // of no label: no byte
    tests.push((row) => wanted[shownLabel(columns, row)] === 1);
  }
  if (filter.predicted) {
    const wanted = labels.indexOf(filter.predicted);
    tests.push((row) => label[row] === wanted);
  }
  if (filter.given) {
    const wanted = labels.indexOf(filter.given);
    tests.push((row) => given[row] === wanted);
  }
  if (filter.agreement) {
    const agrees = filter.agreement === 'agrees';
    tests.push(
      (row) =>
        label[row] !== NO_LABEL &&
        given[row] !== NO_LABEL &&
        (label[row] === given[row]) === agrees,
    );
  }
  if (filter.confidence) {
    // As 32-bit numbers, as the probabilities are: else a row of 0.9 would not be found from 0.9 on.
    const least = Math.fround(filter.confidence[0]);
    const most = Math.fround(filter.confidence[1]);
    tests.push((row) => {
      const top = confidenceOf(columns, row);
      return top >= least && top <= most;
    });
  }
  if (filter.positive) {
    const [from, to] = filter.positive;
    const positive = labels.indexOf('positive');
    tests.push((row) => {
      const p = probabilityOf(columns, row, positive);
      return p >= from && (p < to || (to === 1 && p >= 1)); // rounding can take it a hair over 1
    });
  }
  if (filter.dates) {
    const [from, to] = filter.dates;
    tests.push((row) => date[row]! >= from && date[row]! < to);
  }
  if (filter.groups?.length) {
    const wanted = new Set(filter.groups.map((name) => columns.groups.indexOf(name)));
    tests.push((row) => wanted.has(group[row]!));
  }
  if (filter.flags?.length) {
    const bits = filter.flags.reduce((sum, flag) => sum | FLAGS[flag], 0);
    tests.push((row) => (flags[row]! & bits) !== 0);
  }
  if (filter.corrected !== undefined) {
    const wanted = filter.corrected;
    tests.push((row) => (corrected[row] !== NO_LABEL) === wanted);
  }
  return (row) => tests.every((test) => test(row));
}
