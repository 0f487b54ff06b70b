import { AppError, toFailure } from '../core/failure.ts';
import type { Scored } from '../core/protocol.ts';
import { compareProbes, readProbes } from '../models/probes.ts';

/**
 * Holds a fresh session against the probe set, text by text and in padded batches of unequal lengths.
 *
 * @returns the largest difference of a probability
 * @throws AppError gpu-wrong when one is beyond the set's tolerance, or the session answers nonsense
 */
export async function verifyProbes(
  json: string,
  score: (texts: readonly string[], batchTokens: number) => Promise<Scored>,
): Promise<number> {
  const set = readProbes(JSON.parse(json));
  const texts = set.probes.map(({ text }) => text);
  let largest = 0;
  for (const batchTokens of [1, BATCH_TOKENS.webgpu]) {
    const { probabilities } = await score(texts, batchTokens).catch((error: unknown) => {
      const failure = toFailure(error, 'inference-failed');
      throw failure.code === 'wrong-output'
        ? new AppError({ ...failure, code: 'gpu-wrong' })
        : error;
    });
    const compared = compareProbes(set, 'q4', probabilities);
    if (!compared.ok) {
      const detail = `a probability of the probe set is off by ${compared.largest.toFixed(3)}`;
      throw new AppError({ code: 'gpu-wrong', detail });
    }
    largest = Math.max(largest, compared.largest);
  }
  return largest;
}
