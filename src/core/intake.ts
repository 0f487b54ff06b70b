import type { Examples } from './learn/train/examples.ts';
import type { ResultsFound } from './results-file.ts';

/** Everything that reading a file is about, as the page and the importer worker speak of it. */

/** 'csv' is every delimited text: comma, semicolon, tab, pipe. */
export const FORMATS = ['csv', 'jsonl', 'json', 'text', 'excel', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

/** A value as the file holds it. Nested values are JSON text; dates of Excel and Parquet are ISO 8601 strings. */
export type Cell = string | number | boolean | null;

/** How a file is read. Each field was found out or chosen; those of other formats are left out. */
export interface Reading {
  format: Format;
  /** The bytes are gzip around one of the text formats. */
  gzip: boolean;
  /** A TextDecoder label, lower case. Text formats. */
  encoding?: string;
  /** csv: one character. */
  delimiter?: string;
  /** csv: '"' or "'"; '' where quotes mean nothing. */
  quote?: string;
  /** csv, excel: the first row holds names. */
  header?: boolean;
  /** text: what one review is. */
  unit?: 'line' | 'paragraph';
  /** excel: the sheet's name. */
  sheet?: string;
}

export type HowFound = 'bom' | 'nul-pattern' | 'valid-utf-8' | 'guess' | 'chosen';

/** Which column is what, as indices into the columns; and what the values of the label column stand for. */
export interface Mapping {
  text: number;
  label?: number;
  id?: number;
  group?: number;
  date?: number;
  /** Labels of the model, by the trimmed, lower-cased value of the label column; null leaves such rows without a given label. */
  labels: Record<string, string | null>;
}

/** The mapping in terms of the file's own columns; what it says of ours is left out, of the text it is -1. */
export function ownMapping(mapping: Mapping, { own }: Pick<ResultsFound, 'own'>): Mapping {
  const { text, labels, ...roles } = mapping;
  const kept = Object.entries(roles)
    .map(([role, index]) => [role, own.indexOf(index)] as const)
    .filter(([, index]) => index >= 0);
  return { text: own.indexOf(text), labels, ...Object.fromEntries(kept) };
}

/** Something in the file that could not be taken as it is. */
export interface Problem {
  kind:
    | 'ragged-row' // more or fewer cells than columns; kept, padded or cut
    | 'broken-quote' // a quote that is opened and never closed, or text after a closing quote
    | 'bad-json' // a line or element that is not JSON
    | 'not-an-object' // JSON, but neither an object nor a text
    | 'long-cell' // more characters than MOST_CELL_LETTERS
    | 'long-line' // a line or record longer than can be held
    | 'many-columns' // more than MOST_COLUMNS
    | 'undecodable' // bytes that the encoding does not know, shown as U+FFFD
    | 'nul' // NUL characters, removed
    | 'cut-off'; // the file ends in the middle: damaged gzip, array or row group
  /** Record in the file, from 1, the header not counted; absent where it concerns the whole file. */
  row?: number;
  /** Line in the file, from 1. Text formats. */
  line?: number;
  /** Name of the column. */
  column?: string;
  /** Whether the record was left out. */
  skipped: boolean;
  /** Nothing after it could be read. */
  ends?: boolean;
  /** The library's words or a number that belongs to the sentence, such as "12 cells, 5 columns". Never a text of the user's. */
  detail: string;
}

export interface Problems {
  total: number;
  /** Records left out. */
  skipped: number;
  /** The first ones, at most 100. */
  listed: readonly Problem[];
}

/** A longer cell is skipped with its row: no review is that long, a broken quote is. */
export const MOST_CELL_LETTERS = 1_000_000;
/** Columns beyond this are left out, and said. */
export const MOST_COLUMNS = 500;
/** Rows of a preview. */
export const PREVIEW_ROWS = 50;

export interface ColumnFound {
  /** As in the file; "Column 3" where it has no name. Unique: a repeated name gets " (2)". */
  name: string;
  /** What the guess thinks it is, if anything. */
  role: 'text' | 'label' | 'id' | 'group' | 'date' | undefined;
}

/** What the first part of a file shows. */
export interface Inspection {
  reading: Reading;
  /** How the encoding was found. Text formats. */
  encodingFrom: HowFound | undefined;
  /** excel: all sheets. */
  sheets: readonly string[] | undefined;
  columns: readonly ColumnFound[];
  /** The first rows, at most PREVIEW_ROWS, row-major, each as long as `columns`. */
  rows: readonly (readonly Cell[])[];
  /** The guess; text is -1 where no column looks like one. */
  mapping: Mapping;
  /** Distinct values of each column that has at most 50 of them in what was looked at, by column; for the label mapping. */
  values: readonly (readonly string[] | undefined)[];
  problems: Problems;
  /** Present where the file holds results of ours, and a row with some. */
  results?: ResultsFound;
  /** The same for files of the same shape (format and column names), so that a mapping can be remembered. */
  shape: string;
}

/** What one whole pass over the file counted. */
export interface Survey {
  rows: number;
  /** Rows without text: kept, not scored. */
  empty: number;
  /** Rows whose text stood in an earlier row: scored once. */
  duplicates: number;
  /** Rows over 512 tokens by estimate: scored in windows. */
  tooLong: number;
  /** Rows that look not to be English. */
  foreign: number;
  /** Estimated tokens (core/chunks guessTokens) of the rows to score, duplicates and empties left out. */
  tokens: number;
  /** Values of the label column by count, most frequent first, at most 100. */
  labels: readonly { value: string; count: number }[];
  /** At most 48 texts to score, drawn evenly from the file by a fixed seed: for the estimate of the time. */
  sample: readonly string[];
  problems: Problems;
}

/** Where a pass over a file has got to. */
export interface ReadProgress {
  /** Of the file as it lies on the disk. */
  bytes: number;
  totalBytes: number;
  rows: number;
}

export interface Intake {
  /** Reads the first megabyte or so. Rejects with file-empty, file-binary, file-encrypted, file-damaged, file-too-large, file-unreadable. */
  inspect: { input: { file: File; reading: Partial<Reading> }; output: Inspection };
  survey: {
    input: { file: File; reading: Reading; mapping: Mapping };
    output: Survey;
    progress: ReadProgress;
  };
  /**
   * Stores every row in the run of that id, block by block, each in one transaction with the run's own counts, and marks the
   * run as read at the end. Blocks that are stored already are left alone. Rejects with quota when the disk is full:
   * what is stored stays.
   *
   * With `results` the file's own columns are stored alone, as the mapping counts them, and its results with them. Rejects with
   * results-file where they can't be taken as they are.
   */
  store: {
    input: { file: File; reading: Reading; mapping: Mapping; run: string; results?: ResultsFound };
    output: { rows: number; blocks: number; problems: Problems };
    progress: ReadProgress & { blocks: number };
  };
  /**
   * Reads the rows that have a text and a label, of more than `most` as many drawn evenly, and makes examples of them. Rejects
   * with examples-few, examples-one-label or examples-numbers where there is nothing to learn.
   */
  examples: {
    input: { file: File; reading: Reading; text: number; label: number; most: number };
    output: { examples: Examples; problems: Problems };
    progress: ReadProgress;
  };
}
