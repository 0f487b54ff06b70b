import { expect, it } from 'vitest';
import { newSeed, readSeed, seedAddress, seedIn } from './seed.ts';

it('reads the seed of its own address', () => {
  expect(seedIn(seedAddress(7))).toBe(7);
  expect(seedIn('/learn?part=quiz')).toBeUndefined();
});

it('takes nothing else for a seed', () => {
  for (const text of ['abc', '-1', '1.5', '1e3', '2147483648', '99999999999', '0x10'])
    expect(readSeed(text)).toBeNaN();
  expect(seedIn('/learn?part=quiz&seed=abc')).toBeNaN();
  expect(readSeed('2147483647')).toBe(2147483647);
});

it('makes seeds that it can read', () => {
  for (let i = 0; i < 100; i++) expect(readSeed(String(newSeed()))).toBeGreaterThan(0);
});
