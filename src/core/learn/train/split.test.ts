import fc from 'fast-check';
import { expect, it } from 'vitest';
import { growingParts, splitRows } from './split.ts';

const targetsOf = fc
  .array(fc.integer({ min: 6, max: 40 }), { minLength: 2, maxLength: 8 })
  .map((counts) => counts.flatMap((count, label) => Array<number>(count).fill(label)));

it('puts every row into exactly one part, every label into all of them', () => {
  fc.assert(
    fc.property(targetsOf, fc.integer(), (targets, seed) => {
      const { train, validation, test } = splitRows(targets, seed);
      expect([...train, ...validation, ...test].sort((a, b) => a - b)).toEqual([...targets.keys()]);
      const labels = new Set(targets).size;
      for (const part of [train, validation, test])
        expect(new Set(part.map((row) => targets[row])).size).toBe(labels);
      expect(train.length).toBeGreaterThan(test.length);
    }),
  );
});

it('depends on the seed alone', () => {
  const targets = Array.from({ length: 100 }, (_, i) => i % 3);
  expect(splitRows(targets, 7)).toEqual(splitRows(targets, 7));
  expect(splitRows(targets, 7)).not.toEqual(splitRows(targets, 8));
});

it('grows parts that hold the smaller ones and every label', () => {
  fc.assert(
    fc.property(targetsOf, fc.nat(), (targets, seed) => {
      const { train } = splitRows(targets, seed);
      const parts = growingParts(train, targets, seed);
      expect(parts.at(-1)).toHaveLength(train.length);
      parts.forEach((part, i) => {
        expect(new Set(part.map((row) => targets[row])).size).toBe(new Set(targets).size);
        if (i > 0) expect(part.slice(0, parts[i - 1]!.length)).toEqual(parts[i - 1]);
      });
    }),
  );
});
