import type { Cell } from '../../core/intake.ts';
import { BLOCK_ROWS, FLAGS, labelsOf, NO_LABEL, type Flag, type Run } from '../../core/runs.ts';
import { areSentiment } from '../../core/sentiment.ts';
import type { ScoreBlock } from '../../storage/runs-db.ts';
import { shownLabel, type Columns } from '../columns.ts';
import { confidenceOf, holdsAll, probabilityOf } from '../held.ts';

/** 'probability' is a 32-bit number from 0 to 1, 'integer' one of 32 bits. Every column may hold nulls. */
export type ColumnType = 'text' | 'number' | 'boolean' | 'probability' | 'integer';

export interface ExportColumn {
  name: string;
  type: ColumnType;
}

interface OwnColumn extends ExportColumn {
  /** @param scored what the row's block was scored with, where the columns don't hold it */
  value: (columns: Columns, row: number, scored: ScoreBlock | undefined) => Cell;
}

const isScored = ({ label }: Columns, row: number) => label[row] !== NO_LABEL;
const labelOf = ({ labels }: Columns, index: number): Cell => labels[index] ?? null; // NO_LABEL lies beyond

function flagsOf({ flags }: Columns, row: number): string {
  const bits = flags[row]!;
  if (bits === 0) return '';
  return (Object.keys(FLAGS) as Flag[]).filter((flag) => bits & FLAGS[flag]).join(' '); // the keys of FLAGS are Flags
}

/** What we add behind the file's own columns, in this order: docs/storage.md describes them for others. */
const BEFORE: readonly OwnColumn[] = [
  {
    name: 'label',
    type: 'text',
    value: (columns, row) => labelOf(columns, shownLabel(columns, row)),
  },
  {
    name: 'predicted',
    type: 'text',
    value: (columns, row) => labelOf(columns, columns.label[row]!),
  },
];
const AFTER: readonly OwnColumn[] = [
  {
    name: 'confidence',
    type: 'probability',
    value: (columns, row) => (isScored(columns, row) ? confidenceOf(columns, row) : null),
  },
  {
    name: 'corrected',
    type: 'text',
    value: (columns, row) => labelOf(columns, columns.corrected[row]!),
  },
  { name: 'given', type: 'text', value: (columns, row) => labelOf(columns, columns.given[row]!) },
  { name: 'flags', type: 'text', value: flagsOf },
  {
    name: 'tokens',
    type: 'integer',
    value: (columns, row) => (isScored(columns, row) ? columns.tokens[row]! : null),
  },
  {
    name: 'windows',
    type: 'integer',
    value: (columns, row) => (isScored(columns, row) ? columns.windows[row]! : null),
  },
  { name: 'row', type: 'integer', value: (_, row) => row + 1 },
  { name: 'model', type: 'text', value: ({ run }) => run.model.key },
];

/** One for each label. Those of a model's own have a "p_" in front: a label may be called "row". */
function probabilityColumns(labels: readonly string[]): OwnColumn[] {
  return labels.map((label, k) => ({
    name: areSentiment(labels) ? label : `p_${asName(label) || k + 1}`,
    type: 'probability',
    value: (columns, row, scored) => {
      if (!isScored(columns, row)) return null;
      if (holdsAll(columns)) return probabilityOf(columns, row, k);
      return scored!.probabilities[(row % BLOCK_ROWS) * labels.length + k]!; // what is scored is stored
    },
  }));
}

const LETTERS = 40;

/** A label as part of a column's name: letters and digits of any script, all else as "_". */
const asName = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .slice(0, LETTERS)
    .replace(/^_|_$|[\uD800-\uDBFF]$/g, '');

/**
 * Our columns under names that the file does not use: "sentiscope_label", else "sentiscope_label_2" and so on. Names that differ
 * only in case count as equal, as they do in DuckDB and other SQL.
 */
export function ownColumns({ columns, model }: Pick<Run, 'columns' | 'model'>): OwnColumn[] {
  const taken = new Set(columns.map((name) => name.toLowerCase()));
  return [...BEFORE, ...probabilityColumns(labelsOf(model)), ...AFTER].map((column) => {
    const plain = `sentiscope_${column.name}`;
    let name = plain;
    for (let i = 2; taken.has(name); i++) name = `${plain}_${i}`;
    taken.add(name);
    return { ...column, name };
  });
}
