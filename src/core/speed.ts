import { summarize } from './stats.ts';

/** What an engine does on this machine, as a short trial found it. */
export interface Speed {
  /** Of a list, all given at once. */
  textsPerSecond: number;
  /** ms from asking to the answer, median, one text after the other. */
  oneTextMs: number;
}

interface Times {
  /** ms for texts one by one. */
  alone: number;
  /** ms for lists. */
  together: number;
}

/** Half a second; what is under way when it is over ends first. */
export const HALF_A_SECOND: Times = { alone: 150, together: 350 };

const LEAST_ALONE = 3;
const [FEWEST, MOST] = [8, 512];

/**
 * Times texts one by one, then lists of them that double in length. The quickest list counts: the first ones warm up, and
 * short ones leave workers idle.
 *
 * @param score rejects to end the trial
 * @param texts at least one; taken in turn
 * @param now ms on any clock
 */
export async function measureSpeed(
  score: (texts: readonly string[]) => Promise<unknown>,
  texts: readonly string[],
  now: () => number,
  { alone, together }: Times = HALF_A_SECOND,
): Promise<Speed> {
  const timed = async (list: readonly string[]) => {
    const start = now();
    await score(list);
    return Math.max(now() - start, 1e-3); // a coarse clock may say 0
  };
  const list = (length: number) => Array.from({ length }, (_, i) => texts[i % texts.length]!);

  const aloneEnd = now() + alone;
  const ms: number[] = [];
  while (ms.length < LEAST_ALONE || now() < aloneEnd)
    ms.push(await timed([texts[ms.length % texts.length]!]));

  const end = now() + together;
  let textsPerSecond = 0;
  let length = FEWEST;
  do {
    textsPerSecond = Math.max(textsPerSecond, (length * 1000) / (await timed(list(length))));
    length = Math.min(MOST, length * 2);
  } while (now() < end);
  return { textsPerSecond, oneTextMs: summarize(ms).median };
}
