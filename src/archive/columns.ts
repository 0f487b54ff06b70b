import { Dexie } from 'dexie';
import type { Cell } from '../core/intake.ts';
import { BLOCK_ROWS, FLAGS, labelsOf, NO_LABEL, type Run } from '../core/runs.ts';
import type { RunsDb, ScoreBlock, SourceBlock } from '../storage/runs-db.ts';
import { probabilitiesOf } from './block-scores.ts';
import { emptyHeld, hold, topOf, type Held } from './held.ts';

/** Stands for "none" in `group`. */
export const NO_GROUP = 0xffff;

/**
 * What is held in memory of one run, about 30 bytes a row: enough for filters, sorting and statistics. Texts stay in storage.
 * The arrays may be longer than `rows` and are replaced when they grow: take them from here, never keep them.
 */
export interface Columns {
  run: Run;
  /** Rows loaded. */
  rows: number;
  /** What the indices of labels below stand for. */
  labels: readonly string[];
  held: Held;
  /** 0 where not scored. */
  tokens: Uint32Array;
  /** 255 stands for 255 and more. */
  windows: Uint8Array;
  /** Bits of FLAGS. */
  flags: Uint8Array;
  /** The model's label: index into `labels`, NO_LABEL where not scored. */
  label: Uint8Array;
  /** Index into `labels`, or NO_LABEL; as are the given labels. */
  corrected: Uint8Array;
  given: Uint8Array;
  /** Index into `groups`, or NO_GROUP: where the cell is empty, and where more than 65,535 names came before. */
  group: Uint16Array;
  groups: string[];
  /** ms since 1970, NaN where there is none. */
  date: Float64Array;
  /** Index into `groups` of each name. */
  groupIndex: Map<string, number>;
}

export function emptyColumns(run: Run): Columns {
  const labels = labelsOf(run.model);
  return { run, labels, rows: 0, groups: [], groupIndex: new Map(), ...arrays(labels, run.rows) };
}

/** @returns the label a user sees, corrected or else the model's, as an index into `labels`; or NO_LABEL */
export function shownLabel({ corrected, label }: Columns, row: number): number {
  return corrected[row] === NO_LABEL ? label[row]! : corrected[row]!;
}

/**
 * Takes in the blocks that were stored since, one at a time. Each is put in place inside the transaction that read it: a
 * change of the same block is committed either before, and read, or after, and then finds the block in memory.
 *
 * @param run the record as it is stored now
 */
export async function refreshColumns(db: RunsDb, columns: Columns, run: Run): Promise<void> {
  columns.run = run;
  const first = columns.rows;
  for (let block = Math.ceil(first / BLOCK_ROWS); block < run.blocks; block++) {
    const key: [string, number] = [run.id, block];
    const found = await db.transaction('r', db.sources, db.scores, async () => {
      const [source, scores] = await Promise.all([db.sources.get(key), db.scores.get(key)]);
      if (source) putSource(columns, source);
      if (scores) putScores(columns, scores);
      return source !== undefined;
    });
    if (!found) break; // the run is being deleted
  }
  if (columns.rows === first) return;
  await db.transaction('r', db.corrections, async () => {
    const stored = db.corrections.where('[run+row]');
    const corrections = await stored.between([run.id, first], [run.id, Dexie.maxKey]).toArray();
    for (const { row, label } of corrections) columns.corrected[row] = labelIndex(columns, label);
  });
}

/** @returns the index of a label, NO_LABEL for anything else */
export function labelIndex({ labels }: Pick<Columns, 'labels'>, label: string): number {
  const index = labels.indexOf(label);
  return index < 0 ? NO_LABEL : index;
}

function putSource(columns: Columns, { block, texts, cells, flags, given, dates }: SourceBlock) {
  const from = block * BLOCK_ROWS;
  reserve(columns, from + texts.length);
  columns.flags.set(flags, from);
  columns.given.set(given, from);
  columns.date.set(dates, from);
  const names = columns.run.mapping.group === undefined ? [] : cells[columns.run.mapping.group];
  names?.forEach((cell, i) => (columns.group[from + i] = groupOf(columns, cell)));
  columns.rows = from + texts.length;
}

/** Puts in the predictions of a block; rows without one are left as they are. */
export function putScores(columns: Columns, scores: ScoreBlock) {
  const { block, tokens, windows } = scores;
  const { uncertainBelow } = columns.run.model;
  const from = block * BLOCK_ROWS;
  for (let i = 0; i < tokens.length; i++) {
    const probabilities = probabilitiesOf(scores, i);
    if (Number.isNaN(probabilities[0])) continue;
    const row = from + i;
    const label = topOf(probabilities);
    hold(columns.held, row, probabilities, label);
    columns.label[row] = label;
    columns.tokens[row] = tokens[i]!;
    columns.windows[row] = Math.min(windows[i]!, 255);
    if (windows[i]! > 1) columns.flags[row]! |= FLAGS.long;
    if (probabilities[label]! < uncertainBelow) columns.flags[row]! |= FLAGS.uncertain;
  }
}

function groupOf({ groups, groupIndex }: Columns, cell: Cell): number {
  const name = cell === null ? '' : String(cell).trim();
  if (name === '') return NO_GROUP;
  const known = groupIndex.get(name);
  if (known !== undefined) return known;
  if (groups.length === NO_GROUP) return NO_GROUP;
  groupIndex.set(name, groups.length);
  return groups.push(name) - 1;
}

function arrays(labels: readonly string[], rows: number) {
  return {
    held: emptyHeld(labels, rows),
    tokens: new Uint32Array(rows),
    windows: new Uint8Array(rows),
    flags: new Uint8Array(rows),
    label: new Uint8Array(rows).fill(NO_LABEL),
    corrected: new Uint8Array(rows).fill(NO_LABEL),
    given: new Uint8Array(rows).fill(NO_LABEL),
    group: new Uint16Array(rows).fill(NO_GROUP),
    date: new Float64Array(rows).fill(NaN),
  };
}

/** Makes room for `rows`; half as many again, so that a file that is still being read is not copied at every block. */
function reserve(columns: Columns, rows: number) {
  if (rows <= columns.flags.length) return;
  const grown = arrays(columns.labels, Math.max(rows, Math.ceil(columns.rows * 1.5)));
  grown.held.values.set(columns.held.values);
  grown.tokens.set(columns.tokens);
  grown.windows.set(columns.windows);
  grown.flags.set(columns.flags);
  grown.label.set(columns.label);
  grown.corrected.set(columns.corrected);
  grown.given.set(columns.given);
  grown.group.set(columns.group);
  grown.date.set(columns.date);
  Object.assign(columns, grown);
}
