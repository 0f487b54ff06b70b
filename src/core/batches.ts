/**
 * Groups sequences for the forward pass: sorted by length, because a batch is padded to its longest, and cut by tokens,
 * because that is what time and memory follow.
 *
 * @param lengths tokens of each sequence, at least 1
 * @param maxTokens most cells (rows x longest) in a batch; a longer sequence goes alone
 * @param padding whether sequences of unequal length may share a batch
 * @returns indices into `lengths`, each exactly once, shortest batches first
 */
export function planBatches(
  lengths: ArrayLike<number>,
  maxTokens: number,
  padding = true,
): number[][] {
  const order = Array.from(lengths, (_, i) => i).sort((a, b) => lengths[a]! - lengths[b]!);
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const i of order) {
    // Sorted, so that the newcomer is the longest: it decides the padded size.
    const full = (batch.length + 1) * lengths[i]! > maxTokens;
    const unequal = !padding && lengths[batch[0]!] !== lengths[i];
    if (batch.length > 0 && (full || unequal)) {
      batches.push(batch);
      batch = [];
    }
    batch.push(i);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
