import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortByNumber } from './radix.ts';

function slowSort(rows: Uint32Array, values: Float64Array, descending: boolean): number[] {
  const order = [...rows.keys()].sort((a, b) => {
    const [x, y] = [values[a]!, values[b]!];
    if (Number.isNaN(x) || Number.isNaN(y))
      return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    if (x === y) return 0;
    return x < y !== descending ? -1 : 1;
  });
  return order.map((position) => rows[position]!);
}

it('sorts any numbers as a stable comparison does, NaN last in both directions', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, NaN, Infinity, -Infinity))),
      fc.boolean(),
      (numbers, descending) => {
        const values = Float64Array.from(numbers);
        const rows = Uint32Array.from(numbers, (_, i) => i * 3 + 1);
        expect([...sortByNumber(rows, values, descending)]).toEqual(
          slowSort(rows, values, descending),
        );
      },
    ),
    { numRuns: 1000 },
  );
});
