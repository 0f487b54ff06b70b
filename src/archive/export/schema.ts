import type { Cell } from '../../core/intake.ts';
import { FLAGS, NO_LABEL, type Flag, type Run } from '../../core/runs.ts';
import { LABELS } from '../../core/sentiment.ts';
import { shownLabel, type Columns } from '../columns.ts';

/** 'probability' is a 32-bit number from 0 to 1, 'integer' one of 32 bits. Every column may hold nulls. */
export type ColumnType = 'text' | 'number' | 'boolean' | 'probability' | 'integer';

export interface ExportColumn {
  name: string;
  type: ColumnType;
}

interface OwnColumn extends ExportColumn {
  value: (columns: Columns, row: number) => Cell;
}

const labelOf = (index: number): Cell => (index === NO_LABEL ? null : LABELS[index]!);
const scored = ({ label }: Columns, row: number) => label[row] !== NO_LABEL;

const probability = (offset: number) => (columns: Columns, row: number) =>
  scored(columns, row) ? columns.probabilities[row * 3 + offset]! : null;

function flagsOf({ flags }: Columns, row: number): string {
  const bits = flags[row]!;
  if (bits === 0) return '';
  return (Object.keys(FLAGS) as Flag[]).filter((flag) => bits & FLAGS[flag]).join(' '); // the keys of FLAGS are Flags
}

/** What we add behind the file's own columns, in this order: docs/storage.md describes them for others. */
const OWN: readonly OwnColumn[] = [
  { name: 'label', type: 'text', value: (columns, row) => labelOf(shownLabel(columns, row)) },
  { name: 'predicted', type: 'text', value: ({ label }, row) => labelOf(label[row]!) },
  { name: 'negative', type: 'probability', value: probability(0) },
  { name: 'neutral', type: 'probability', value: probability(1) },
  { name: 'positive', type: 'probability', value: probability(2) },
  {
    name: 'confidence',
    type: 'probability',
    value: (columns, row) => probability(columns.label[row]!)(columns, row),
  },
  { name: 'corrected', type: 'text', value: ({ corrected }, row) => labelOf(corrected[row]!) },
  { name: 'given', type: 'text', value: ({ given }, row) => labelOf(given[row]!) },
  { name: 'flags', type: 'text', value: flagsOf },
  {
    name: 'tokens',
    type: 'integer',
    value: (columns, row) => (scored(columns, row) ? columns.tokens[row]! : null),
  },
  {
    name: 'windows',
    type: 'integer',
    value: (columns, row) => (scored(columns, row) ? columns.windows[row]! : null),
  },
  { name: 'row', type: 'integer', value: (_, row) => row + 1 },
  { name: 'model', type: 'text', value: ({ run }) => run.model.key },
];

/**
 * Our columns under names that the file does not use: "sentiscope_label", else "sentiscope_label_2" and so on. Names that differ
 * only in case count as equal, as they do in DuckDB and other SQL.
 */
export function ownColumns({ columns }: Pick<Run, 'columns'>): OwnColumn[] {
  const taken = new Set(columns.map((name) => name.toLowerCase()));
  return OWN.map((column) => {
    const plain = `sentiscope_${column.name}`;
    let name = plain;
    for (let i = 2; taken.has(name); i++) name = `${plain}_${i}`;
    return { ...column, name };
  });
}
