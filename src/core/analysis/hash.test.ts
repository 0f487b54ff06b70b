import { expect, it } from 'vitest';
import { hashText } from './hash.ts';

it('gives whole numbers of 53 bits, equal for equal texts', () => {
  for (const text of ['', 'a', 'soup', '😀', 'x'.repeat(100_000)]) {
    const hash = hashText(text);
    expect(Number.isSafeInteger(hash) && hash >= 0).toBe(true);
    expect(hashText(` ${text}`.slice(1))).toBe(hash);
  }
});

it('tells 300,000 texts of the same few shapes apart', () => {
  const hashes = new Set<number>();
  for (let i = 0; i < 100_000; i++) {
    hashes.add(hashText(String(i)));
    hashes.add(hashText(`Review number ${i} of a product that I did not like.`));
    hashes.add(
      hashText('a'.repeat(i % 300) + String.fromCharCode(i % 60_000) + 'b'.repeat(i % 7) + i),
    );
  }
  expect(hashes.size).toBe(300_000);
});
