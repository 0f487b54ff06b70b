import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leadsOf } from './leads.ts';

const { compare: compareBase } = new Intl.Collator('en', { sensitivity: 'base' });
const { compare } = new Intl.Collator('en');

it('never puts two texts the other way round than comparing them whole does', () => {
  const letters = fc.constantFrom(...'aAbBzZéÉüñ 019.,!-"');
  const text = fc.array(letters, { maxLength: 9 }).map((list) => list.join(''));
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 12 }), (texts) => {
      const leads = leadsOf(texts, compareBase);
      const byLead = [...texts.keys()].sort(
        (a, b) => leads[a]! - leads[b]! || compare(texts[a]!, texts[b]!),
      );
      expect(byLead.map((i) => texts[i])).toEqual(texts.toSorted(compare));
    }),
    { numRuns: 300 },
  );
});

it('tells apart as much as it can where there are more letters than ranks', () => {
  const texts = Array.from({ length: 600 }, (_, i) => String.fromCharCode(0x4e00 + i));
  const leads = leadsOf(texts, compareBase);
  expect(new Set(leads).size).toBe(255);
});
