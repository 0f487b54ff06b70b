/**
 * The bin of a probability among `bins` of equal width. A bin includes its lower end, the last one both: for 32-bit
 * probabilities that is what comparing with bin / bins and (bin + 1) / bins says, so a bar of the histogram and the filter it
 * sets hold the same rows.
 */
export function binOf(probability: number, bins: number): number {
  return Math.min(Math.floor(probability * bins), bins - 1);
}
