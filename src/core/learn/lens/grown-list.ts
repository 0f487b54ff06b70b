/** Lengths of a position's number in the model's inputs (int64) and of a feature (float32). */
const ID_BYTES = 8;
const FEATURE_BYTES = 4;

/** A list of texts as tensors, padded to its longest text, as libraries do by default. */
export interface Padded {
  texts: number;
  /** Columns: tokens of the longest text. */
  columns: number;
  /** Real tokens. */
  tokens: number;
  /** Share of the cells that is padding, 0 to 1. */
  padding: number;
  /** Token ids and attention mask, two tensors [texts, columns]. */
  inputBytes: number;
  /** One tensor of features [texts, columns, dimensions]; every layer makes several. */
  featureBytes: number;
  /** [texts, 3] */
  logitBytes: number;
}

/**
 * Sizes of the tensors of a list.
 *
 * @param tokens of each text, special ones included; at least one text
 */
export function padList(tokens: ArrayLike<number>, dimensions: number): Padded {
  const lengths = Array.from(tokens);
  const texts = lengths.length;
  const columns = lengths.reduce((longest, length) => Math.max(longest, length), 0);
  const real = lengths.reduce((sum, length) => sum + length, 0);
  const cells = texts * columns;
  return {
    texts,
    columns,
    tokens: real,
    padding: 1 - real / cells,
    inputBytes: 2 * ID_BYTES * cells,
    featureBytes: FEATURE_BYTES * cells * dimensions,
    logitBytes: FEATURE_BYTES * texts * 3,
  };
}

/** A list grown to `size`: one's own texts, then others, from the start again when there are no more. */
export function growList<T>(own: readonly T[], others: readonly T[], size: number): T[] {
  const all = [...own, ...others];
  return Array.from({ length: size }, (_, i) => all[i % all.length]!);
}
