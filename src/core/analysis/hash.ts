/** Mixes all bits of a 32-bit number into each other: the finaliser of MurmurHash3 (Appleby, public domain). */
function mix(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * A 53-bit hash of a text, for matching, not for security: among a million different texts two share one by chance once in
 * 18,000 files.
 *
 * @returns an integer from 0 to 2^53 - 1
 */
export function hashText(text: string): number {
  let high = 0x2c1b3c6d;
  let low = 0x297a2d39;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 0x5bd1e995);
    high ^= high >>> 15; // a product's low bits never see the high ones
    low = Math.imul(low ^ code, 0x1b873593);
    low ^= low >>> 13;
  }
  return (mix(high ^ text.length) & 0x1fffff) * 2 ** 32 + mix(low);
}
