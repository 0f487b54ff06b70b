import * as v from 'valibot';
import { LABELS } from '../core/sentiment.ts';
import type { Dtype } from '../core/protocol.ts';

const triple = v.tuple([v.number(), v.number(), v.number()]);
const ProbeSet = v.object({
  tolerance: v.object({ q8: v.number(), q4: v.number() }),
  probes: v.array(v.object({ text: v.string(), label: v.picklist(LABELS), fp32: triple })),
});

/** Texts with the full-precision model's probabilities, and how far from them each dtype may be. */
export type ProbeSet = v.InferOutput<typeof ProbeSet>;

/** @throws when the file is no probe set */
export function readProbes(json: unknown): ProbeSet {
  return v.parse(ProbeSet, json);
}

/**
 * Compares a session's answers with the probe set, row by row.
 *
 * @param probabilities row-major [probes, 3]
 * @returns the largest difference of any probability, and whether all are within the set's tolerance
 */
export function compareProbes(
  { probes, tolerance }: ProbeSet,
  dtype: Dtype,
  probabilities: Float32Array,
) {
  let largest = 0;
  probes.forEach((probe, row) =>
    probe.fp32.forEach((expected, column) => {
      const difference = Math.abs(probabilities[row * 3 + column]! - expected);
      largest = Number.isNaN(difference) ? Infinity : Math.max(largest, difference);
    }),
  );
  return { largest, ok: largest <= tolerance[dtype] };
}
