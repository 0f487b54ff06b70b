import type { Cell, Mapping } from '../core/intake.ts';
import { FLAGS, NO_LABEL } from '../core/runs.ts';
import { textOf } from './cells.ts';
import { dateOrder, readDate } from './dates.ts';
import { looksForeign } from './foreign.ts';
import { createSeenTexts } from './seen-texts.ts';

/** What a row says, by the mapping. */
export interface RowRead {
  text: string;
  /** Bits of FLAGS. */
  flags: number;
}

/** The trimmed value of a label column. */
export const labelOf = (cells: readonly Cell[], { label }: Mapping) =>
  label === undefined ? '' : textOf(cells[label]).trim();

/** Reads rows in file order: survey and store see the same flags. */
export function createRowReader(mapping: Mapping) {
  const seen = createSeenTexts();
  return (cells: readonly Cell[]): RowRead => {
    const text = textOf(cells[mapping.text]);
    if (text.trim() === '') return { text, flags: FLAGS.empty };
    const duplicate = seen.add(text) ? FLAGS.duplicate : 0;
    return { text, flags: duplicate | (looksForeign(text) ? FLAGS.foreign : 0) };
  };
}

/** @returns the index of the given label among the model's, or NO_LABEL */
export function givenLabel(
  cells: readonly Cell[],
  mapping: Mapping,
  labels: readonly string[],
): number {
  const value = labelOf(cells, mapping).toLowerCase();
  const label = Object.hasOwn(mapping.labels, value) ? mapping.labels[value] : null;
  const index = label === null || label === undefined ? -1 : labels.indexOf(label);
  return index < 0 ? NO_LABEL : index;
}

/** Reads the date column, day or month first as its first values tell. */
export function createDateReader(head: readonly (readonly Cell[])[], { date }: Mapping) {
  if (date === undefined) return () => NaN;
  const order = dateOrder(head.map((cells) => cells[date] ?? null));
  return (cells: readonly Cell[]) => readDate(cells[date] ?? null, order);
}
