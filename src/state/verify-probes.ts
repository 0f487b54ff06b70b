import { AppError, toFailure } from '../core/failure.ts';
import type { Scored } from '../core/protocol.ts';
import { compareProbes, readProbes } from '../models/probes.ts';

/** Probes also scored alone, as Live does: what goes wrong with one row goes wrong with any. */
const ALONE = 3;
/** Padded tokens of a batch: few enough that sorting leaves little padding, so that a slow GPU is soon through. */
const BATCH_TOKENS = 512;

/**
 * Holds a fresh session against the probe set: a few texts alone, then all in padded batches of unequal lengths.
 *
 * @returns the largest difference of a probability
 * @throws AppError gpu-wrong when one is beyond the set's tolerance, or the session answers nonsense
 */
export async function verifyProbes(
  json: string,
  score: (texts: readonly string[], batchTokens: number) => Promise<Scored>,
): Promise<number> {
  const { probes, tolerance } = readProbes(JSON.parse(json));
  const passes = [
    { probes: probes.slice(0, ALONE), most: 1 },
    { probes, most: BATCH_TOKENS },
  ];
  let largest = 0;
  for (const { probes, most } of passes) {
    const texts = probes.map(({ text }) => text);
    const { probabilities } = await score(texts, most).catch((error: unknown) => {
      const failure = toFailure(error, 'inference-failed');
      throw failure.code === 'wrong-output'
        ? new AppError({ ...failure, code: 'gpu-wrong' })
        : error;
    });
    const compared = compareProbes({ probes, tolerance }, 'q4', probabilities);
    if (!compared.ok) {
      const detail = `a probability of the probe set is off by ${compared.largest.toFixed(3)}`;
      throw new AppError({ code: 'gpu-wrong', detail });
    }
    largest = Math.max(largest, compared.largest);
  }
  return largest;
}
