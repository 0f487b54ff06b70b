import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { defuse, fuse } from './defuse.ts';

it.each([
  '=1+1',
  '+1+1',
  '-2+cmd|" /C calc"!A0',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  "'=1",
  '＝1+1',
  '- a list',
  '-',
  '+49 170',
  '-5\n=1',
])('puts an apostrophe before %j', (text) => {
  expect(defuse(text)).toBe(`'${text}`);
});

it.each(['', 'fine', '-5', '+3.2', '-.5', '-1e-7', '5', 'a=b', ' =1', '"=1"', '😀'])(
  'leaves %j alone',
  (text) => {
    expect(defuse(text)).toBe(text);
  },
);

it('is undone exactly, for every text', () => {
  const start = fc.constantFrom('', "'", "''", '=', '-', '+1', '\t', '@');
  fc.assert(
    fc.property(start, fc.string({ unit: 'binary' }), (first, rest) => {
      expect(fuse(defuse(first + rest))).toBe(first + rest);
      expect(/^[=+\-@\t\r]/.test(defuse(first + rest)) && isNaN(Number(first + rest))).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
