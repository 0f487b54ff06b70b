import type { Plan } from './settings.ts';

/** One batch as it goes through the model: `lengths` real tokens, each text filled up to `longest`. */
export interface Strip {
  texts: number;
  lengths: number[];
  longest: number;
  /** Real tokens, and cells with padding. */
  tokens: number;
  padded: number;
}

/** The batches of all texts, as one plan makes them. */
export function strips(tokens: readonly number[], batchSize: number, plan: Plan): Strip[] {
  const order = plan === 'sorted' ? tokens.toSorted((a, b) => a - b) : tokens;
  return Array.from({ length: Math.ceil(order.length / batchSize) }, (_, i) => {
    const lengths = order.slice(i * batchSize, (i + 1) * batchSize);
    const longest = Math.max(...lengths);
    const real = lengths.reduce((sum, length) => sum + length, 0);
    return {
      texts: lengths.length,
      lengths,
      longest,
      tokens: real,
      padded: longest * lengths.length,
    };
  });
}

/** Padding over all cells, 0 to 1. */
export function paddingShare(list: readonly { tokens: number; padded: number }[]): number {
  const padded = list.reduce((sum, strip) => sum + strip.padded, 0);
  const tokens = list.reduce((sum, strip) => sum + strip.tokens, 0);
  return padded === 0 ? 0 : 1 - tokens / padded;
}
