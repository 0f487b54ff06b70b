import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashStream } from './hash-stream.ts';

const streamOf = (...parts: Uint8Array<ArrayBuffer>[]) => new Blob(parts).stream();

it.each([0, 1, 262_144, 3_000_001])('hashes %i bytes as everybody does', async (size) => {
  const data = Uint8Array.from({ length: size }, (_, i) => (i * 31) % 251);
  const result = await hashStream(streamOf(data), () => {});
  expect(result).toEqual({ bytes: size, sha256: createHash('sha256').update(data).digest('hex') });
});

it('lets others have the thread in between, and tells how far it is', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++);
  const told: number[] = [];
  await hashStream(streamOf(new Uint8Array(24_000_000)), (bytes) => told.push(bytes));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(0);
  expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
});
