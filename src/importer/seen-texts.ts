import { hashText } from '../core/analysis/hash.ts';

/** Texts remembered at most: 128 MB. Later new texts are not remembered, so that their own repeats count as new. */
const MOST_TEXTS = 8_000_000;

/**
 * Remembers texts by 53 bits of hash: 16 to 32 bytes each, whatever their length. Among a million texts two different ones
 * are taken for the same with a chance of 1 in 18,000 (birthday bound).
 */
export function createSeenTexts(most = MOST_TEXTS) {
  let slots = new Float64Array(1 << 12); // open addressing; 0 is free
  let count = 0;

  function place(table: Float64Array, hash: number): number {
    const mask = table.length - 1;
    let at = hash & mask; // the low 32 bits are as good as any
    while (table[at] !== 0 && table[at] !== hash) at = (at + 1) & mask;
    return at;
  }

  function grow() {
    const larger = new Float64Array(slots.length * 2);
    for (const hash of slots) if (hash !== 0) larger[place(larger, hash)] = hash;
    slots = larger;
  }

  return {
    /** @returns whether the text came before; it is remembered now */
    add(text: string): boolean {
      const hash = hashText(text) || 1; // 0 marks a free slot
      const at = place(slots, hash);
      if (slots[at] === hash) return true;
      if (count >= most) return false;
      slots[at] = hash;
      count += 1;
      if (count * 2 > slots.length) grow();
      return false;
    },
  };
}
