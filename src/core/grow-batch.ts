import rules from './rules.json';

/** What a forward pass of one size took. */
export interface Pass {
  /** Cells of the pass: rows x tokens. */
  tokens: number;
  ms: number;
}

export interface Growth {
  /** The size that gave the most tokens a second. */
  batchTokens: number;
  tokensPerSecond: number;
  /** Every size tried, in order, each with the quickest of its passes. */
  passes: readonly Pass[];
}

interface Limits {
  /** Tokens of the first size. */
  from: number;
  /** Tokens of the largest size. */
  most: number;
  /** Sizes double while each gives more tokens a second than the best before by at least this share. */
  gain: number;
  /** ms: no larger size is tried after a pass that took as long; nothing urgent waits longer than one. */
  longestPass: number;
  /** ms: no pass begins after this long. */
  timeBox: number;
}

/**
 * Most: 4,096 tokens. In texts of 512 tokens, the longest, the attention scores of 12 heads then take 101 MB, which is within
 * the 128 MiB that every WebGPU device allows a buffer; twice as many would not be.
 */
export const GROWTH: Limits = {
  from: 256,
  most: rules.batchTokens.webgpu,
  gain: 0.05,
  longestPass: 100,
  timeBox: 1000,
};

/** The first pass of a size has its memory to find; the quickest of the others is the one least disturbed. */
const PASSES = 3;

/**
 * Doubles the size of a forward pass until tokens a second stop rising.
 *
 * @param run one forward pass of about so many tokens
 * @param now ms on any clock
 * @returns at least one pass, however long it took
 */
export async function growBatch(
  run: (tokens: number) => Promise<Pass>,
  now: () => number,
  { from, most, gain, longestPass, timeBox }: Limits = GROWTH,
): Promise<Growth> {
  const end = now() + timeBox;
  const passes: Pass[] = [];
  let best: { tokens: number; rate: number } | undefined;
  for (let tokens = from; tokens <= most && (!best || now() < end); tokens *= 2) {
    const quickest = await quickestOf(() => run(tokens), now, end);
    passes.push(quickest);
    const rate = quickest.tokens / Math.max(quickest.ms, 1e-3); // a coarse clock may say 0
    const rises = !best || rate >= best.rate * (1 + gain);
    if (rises) best = { tokens, rate };
    if (!rises || quickest.ms >= longestPass) break;
  }
  return { batchTokens: best!.tokens, tokensPerSecond: best!.rate * 1000, passes };
}

async function quickestOf(run: () => Promise<Pass>, now: () => number, end: number): Promise<Pass> {
  let quickest = await run();
  for (let i = 1; i < PASSES && now() < end; i++) {
    const pass = await run();
    if (pass.ms < quickest.ms) quickest = pass;
  }
  return quickest;
}
