/** A table of counts as it is filled: slot by slot, `a` 0 where a slot is free. */
interface Slots {
  a: Uint32Array;
  b: Uint32Array;
  /** [slots, 3] */
  counts: Uint32Array;
  /** The last review counted there. */
  seen: Uint32Array;
}

const emptySlots = (size: number): Slots => ({
  a: new Uint32Array(size),
  b: new Uint32Array(size),
  counts: new Uint32Array(size * 3),
  seen: new Uint32Array(size),
});

/**
 * Counts reviews, by label, for each pair of numbers: a hash table with open addressing in typed arrays, which holds a million
 * pairs in 24 bytes each and is twice as quick as a Map. Once three quarters are taken, the rarest are dropped: those seen once,
 * then twice, four times and so on until half is free. A pair that comes back starts anew, so a count can be too low, by at most
 * what was dropped; never too high (after lossy counting, Manku & Motwani 2002).
 *
 * @param size slots, a power of two
 * @param onDrop called after pairs were dropped, with a test for those that are left
 */
export function createPairCounts(
  size: number,
  onDrop: (holds: (a: number, b: number) => boolean) => void,
) {
  let slots = emptySlots(size);
  let used = 0;

  /** The slot of a pair, or the free one where it belongs. */
  function find(a: number, b: number): number {
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & (size - 1);
    while (slots.a[slot] !== 0 && (slots.a[slot] !== a || slots.b[slot] !== b))
      slot = (slot + 1) & (size - 1);
    return slot;
  }

  function total({ counts }: Slots, slot: number): number {
    return counts[slot * 3]! + counts[slot * 3 + 1]! + counts[slot * 3 + 2]!;
  }

  function keepOver(least: number) {
    const old = slots;
    slots = emptySlots(size);
    used = 0;
    for (let from = 0; from < size; from++) {
      if (old.a[from] === 0 || total(old, from) <= least) continue;
      const to = find(old.a[from]!, old.b[from]!);
      slots.a[to] = old.a[from]!;
      slots.b[to] = old.b[from]!;
      slots.seen[to] = old.seen[from]!;
      slots.counts.set(old.counts.subarray(from * 3, from * 3 + 3), to * 3);
      used++;
    }
  }

  return {
    /**
     * @param a     from 1
     * @param b     from 0
     * @param label index into LABELS
     * @param review from 1; a pair counts once in each
     * @returns whether it was the first time in this review
     */
    add(a: number, b: number, label: number, review: number): boolean {
      const slot = find(a, b);
      if (slots.seen[slot] === review) return false;
      if (slots.a[slot] === 0) {
        slots.a[slot] = a;
        slots.b[slot] = b;
        used++;
      }
      slots.seen[slot] = review;
      slots.counts[slot * 3 + label]! += 1;
      return true;
    },

    /** To be called between reviews. */
    tidy() {
      if (used < size * 0.75) return;
      for (let least = 1; used > size / 2; least *= 2) keepOver(least);
      onDrop((a, b) => slots.a[find(a, b)] !== 0);
    },

    *entries(): Generator<{ a: number; b: number; counts: Uint32Array }> {
      for (let slot = 0; slot < size; slot++) {
        const a = slots.a[slot]!;
        if (a === 0) continue;
        yield { a, b: slots.b[slot]!, counts: slots.counts.subarray(slot * 3, slot * 3 + 3) };
      }
    },
  };
}
