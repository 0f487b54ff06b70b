import { labelsOf, type Run, type SortBy } from '../../../core/runs.ts';
import { areSentiment } from '../../../core/sentiment.ts';

export type ColumnKey =
  'row' | 'label' | 'text' | 'confidence' | 'given' | 'group' | 'date' | 'flags';

export interface Column {
  key: ColumnKey;
  title: string;
  sortBy?: SortBy;
  /** Undefined: what is left. */
  px?: number;
}

/** The text keeps at least this; columns that would take it are left to the opened row. */
const LEAST_TEXT_PX = 240;
const DIGIT_PX = 9;

/**
 * The columns of the table that the file has something for and that there is room for.
 *
 * @param px width of the table
 * @param letters of the longest row number
 */
export function tableColumns(
  { mapping, columns, model }: Pick<Run, 'mapping' | 'columns' | 'model'>,
  px: number,
  letters: number,
): Column[] {
  const wider = areSentiment(labelsOf(model)) ? 0 : 48; // names of any length
  const first: Column[] = [
    { key: 'row', title: 'Row', sortBy: 'row', px: Math.max(64, 20 + DIGIT_PX * letters) },
    { key: 'label', title: 'Label', sortBy: 'label', px: 112 + wider },
  ];
  const confidence: Column = {
    key: 'confidence',
    title: 'Confidence',
    sortBy: 'confidence',
    px: 108,
  };
  const name = (at: number | undefined) => (at === undefined ? undefined : columns[at]);
  const [group, date] = [name(mapping.group), name(mapping.date)];
  // The order in which they are given room.
  const others: (Column | undefined)[] = [
    mapping.label === undefined ? undefined : { key: 'given', title: 'Given', px: 96 + wider },
    { key: 'flags', title: 'Flags', px: 100 },
    group === undefined ? undefined : { key: 'group', title: group, sortBy: 'group', px: 112 },
    date === undefined ? undefined : { key: 'date', title: date, sortBy: 'date', px: 112 },
  ];
  let left = px - LEAST_TEXT_PX - [...first, confidence].reduce((sum, { px }) => sum + px!, 0);
  const last = others.filter((column) => {
    if (!column || column.px! > left) return false;
    left -= column.px!;
    return true;
  });
  return [
    ...first,
    { key: 'text', title: 'Text', sortBy: 'text' },
    confidence,
    ...last.filter((column) => column !== undefined),
  ];
}

/** As the tracks of a CSS grid. */
export const tracks = (columns: readonly Column[]): string =>
  columns.map(({ px }) => (px === undefined ? 'minmax(0, 1fr)' : `${px}px`)).join(' ');

/** Everything that the rows can be sorted by, those without a column of their own included. */
export function sortings({ mapping, columns, model }: Run): { value: SortBy; label: string }[] {
  const sentiment = areSentiment(labelsOf(model));
  const all: ({ value: SortBy; label: string } | false)[] = [
    { value: 'row', label: 'Order in the file' },
    { value: 'label', label: 'Label' },
    { value: 'confidence', label: 'Confidence' },
    sentiment && { value: 'positive', label: 'P(positive)' },
    sentiment && { value: 'negative', label: 'P(negative)' },
    { value: 'text', label: 'Text' },
    { value: 'tokens', label: 'Length in tokens' },
    mapping.group !== undefined && { value: 'group', label: columns[mapping.group] ?? 'Group' },
    mapping.date !== undefined && { value: 'date', label: columns[mapping.date] ?? 'Date' },
  ];
  return all.filter((sorting) => sorting !== false);
}

/** The direction that is meant when a column is first asked to sort. */
export const startsDescending = (by: SortBy): boolean =>
  by === 'confidence' || by === 'positive' || by === 'negative' || by === 'tokens';
