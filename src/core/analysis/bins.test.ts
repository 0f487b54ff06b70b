import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { binOf } from './bins.ts';

it.each([10, 20])('agrees with comparing with both ends of %i bins', (bins) => {
  const near = fc
    .tuple(fc.integer({ min: 0, max: bins }), fc.integer({ min: -2, max: 2 }))
    .map(([edge, steps]) => {
      const bits = new Int32Array(new Float32Array([edge / bins]).buffer);
      bits[0]! += edge === 0 ? Math.abs(steps) : edge === bins ? -Math.abs(steps) : steps;
      return new Float32Array(bits.buffer)[0]!;
    });
  const anywhere = fc.float({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.oneof(near, anywhere), (p) => {
      const bin = binOf(p, bins);
      expect(p).toBeGreaterThanOrEqual(bin / bins);
      if (bin < bins - 1) expect(p).toBeLessThan((bin + 1) / bins);
      expect(bin).toBeLessThan(bins);
    }),
    { numRuns: 2000 },
  );
});
