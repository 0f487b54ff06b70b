import { AppError, toFailure } from '../core/failure.ts';
import type { Scored } from '../core/protocol.ts';
import { compareProbes, readProbes } from '../models/probes.ts';

/**
 * Holds a fresh session against the probe set, row by row. Its lengths go from 4 to 500 tokens; some stand alone and
 * some share a batch, as they will later.
 *
 * @param batchTokens as much as a forward pass will be given later
 * @returns the largest difference of a probability
 * @throws AppError gpu-wrong when one is beyond the set's tolerance, or the session answers nonsense
 */
export async function verifyProbes(
  json: string,
  score: (texts: readonly string[], batchTokens: number) => Promise<Scored>,
  batchTokens: number,
): Promise<number> {
  const set = readProbes(JSON.parse(json));
  const texts = set.probes.map(({ text }) => text);
  const { probabilities } = await score(texts, batchTokens).catch((error: unknown) => {
    const failure = toFailure(error, 'inference-failed');
    throw failure.code === 'wrong-output' ? new AppError({ ...failure, code: 'gpu-wrong' }) : error;
  });
  const { largest, ok } = compareProbes(set, 'q4', probabilities);
  if (ok) return largest;
  const detail = `a probability of the probe set is off by ${largest.toFixed(3)}`;
  throw new AppError({ code: 'gpu-wrong', detail });
}
