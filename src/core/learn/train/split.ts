import { createRandom, shuffled } from '../../bench/random.ts';

/** Row numbers of each part, every row in exactly one. */
export interface Split {
  train: readonly number[];
  /** Decides when to stop: neither learnt from nor reported. */
  validation: readonly number[];
  /** Seen once, at the end. */
  test: readonly number[];
}

/** Share of each label that goes to validation, and to test. */
const HELD = 0.15;

/**
 * Splits label by label, so that each part has its share of every one; at least one text of each label in every part.
 *
 * @param targets label of each row, 0 to labels - 1, each at least three times
 * @param seed the same seed gives the same split on every machine
 */
export function splitRows(targets: readonly number[], seed: number): Split {
  const random = createRandom(seed);
  const split = { train: [] as number[], validation: [] as number[], test: [] as number[] };
  const byLabel: number[][] = [];
  targets.forEach((target, row) => (byLabel[target] ??= []).push(row));
  for (const rows of byLabel) {
    const held = Math.max(1, Math.round(rows.length * HELD));
    shuffled(rows, random).forEach((row, i) => {
      const part = i < held ? split.test : i < 2 * held ? split.validation : split.train;
      part.push(row);
    });
  }
  const ascending = (rows: number[]) => rows.sort((a, b) => a - b);
  ascending(split.train);
  ascending(split.validation);
  ascending(split.test);
  return split;
}

/**
 * Rows for a learning curve: each size holds the smaller ones.
 *
 * @returns ascending sizes from about 5 % of `rows` to all of them, each with at least one row of every label
 */
export function growingParts(
  rows: readonly number[],
  targets: readonly number[],
  seed: number,
): number[][] {
  const mixed = shuffled(rows, createRandom(seed + 1));
  const firsts = new Map<number, number>();
  for (const row of mixed) if (!firsts.has(targets[row]!)) firsts.set(targets[row]!, row);
  const first = new Set(firsts.values());
  const order = [...first, ...mixed.filter((row) => !first.has(row))];
  const sizes = [0.05, 0.1, 0.2, 0.4, 0.7, 1].map((share) => Math.round(rows.length * share));
  return [...new Set(sizes.map((size) => Math.max(size, first.size)))].map((size) =>
    order.slice(0, size),
  );
}
