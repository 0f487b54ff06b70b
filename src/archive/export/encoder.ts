import type { Cell } from '../../core/intake.ts';

/** Column-major, in the order of the export's columns; all lists equally long. */
export type Batch = readonly (readonly Cell[])[];

/** Turns rows into the bytes of a file, piece by piece; a piece may be empty. */
export interface Encoder {
  start(): Uint8Array<ArrayBuffer>;
  rows(batch: Batch): Uint8Array<ArrayBuffer>;
  end(): Uint8Array<ArrayBuffer>;
}

/**
 * Six decimals: finer than what batches, devices and number formats change about a probability.
 * Parquet alone keeps all 24 bits.
 */
export function probabilityText(value: number): string {
  return value.toFixed(6);
}
