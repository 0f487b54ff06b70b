import { AppError, toFailure } from '../core/failure.ts';
import type { Dtype, Scored } from '../core/protocol.ts';
import { compareProbes, readProbes } from '../models/probes.ts';

/** Letters: longer probes would cost a slow machine a second, and a kernel's tiles all occur in shorter ones. */
const SHORT = 200;

/** Texts of ordinary lengths, as most are. */
export const shortProbes = (json: string): readonly string[] =>
  readProbes(JSON.parse(json))
    .probes.map(({ text }) => text)
    .filter(isShort);

const isShort = (text: string) => text.length <= SHORT;

/**
 * Holds a fresh session against the probe set, row by row. Its lengths go from 4 to 500 tokens; some stand alone and
 * some share a batch, as they will later.
 *
 * @param batchTokens as much as a forward pass will be given later
 * @param dtype q4 of a GPU; q8 of our kernel, which is given the short ones
 * @returns the largest difference of a probability
 * @throws AppError gpu-wrong or, of q8, wrong-output when one is beyond the set's tolerance, or the session answers nonsense
 */
export async function verifyProbes(
  json: string,
  score: (texts: readonly string[], batchTokens: number) => Promise<Scored>,
  batchTokens: number,
  dtype: Dtype = 'q4',
): Promise<number> {
  const all = readProbes(JSON.parse(json));
  const code = dtype === 'q4' ? 'gpu-wrong' : 'wrong-output';
  const probes = all.probes.filter(({ text }) => dtype === 'q4' || isShort(text));
  const set = { ...all, probes };
  const texts = set.probes.map(({ text }) => text);
  const { probabilities } = await score(texts, batchTokens).catch((error: unknown) => {
    const failure = toFailure(error, 'inference-failed');
    throw failure.code === 'wrong-output' ? new AppError({ ...failure, code }) : error;
  });
  const { largest, ok } = compareProbes(set, dtype, probabilities);
  if (ok) return largest;
  const detail = `a probability of the probe set is off by ${largest.toFixed(3)}`;
  throw new AppError({ code, detail });
}
