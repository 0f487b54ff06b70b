import type { Problem } from '../core/intake.ts';

/** What a parser noticed about a record, or about the file where it stands alone. */
export type Trouble = Pick<Problem, 'kind' | 'column' | 'detail' | 'ends'>;

/**
 * What a parser gives out, in file order: a record (`value` is there), a record left out (`skipped`), or a remark on the
 * file that is no record (neither).
 */
export interface Piece {
  /** Cells by position, an object by name, or a text. */
  value?: unknown;
  skipped?: true;
  /** Line of the file where it starts, from 1. */
  line?: number;
  troubles?: readonly Trouble[];
}

/** Takes a text in pieces of any size; the records are the same however it was cut. */
export interface Parser {
  push: (text: string) => Piece[];
  /** Nothing follows. */
  end: () => Piece[];
}

/** Letters of one record, at most: what is longer is left out, or read as a quote that was never closed. */
export const MOST_RECORD_LETTERS = 4_000_000;
