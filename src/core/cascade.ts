import { wilson, type Interval } from './analysis/wilson.ts';

/** How a worker with a small model beside its accurate one answers: the accurate one scores what the small one is unsure of. */
export interface CascadeOrder {
  /** Texts whose top probability by the small model is under it are sent on, 0 to 1. */
  under: number;
  /** Share of the others that the accurate model scores too, 0 to 1: to learn how often both agree, the answer stays. */
  check: number;
}

/** Sums over the texts of a cascade. Times are the worker's own, in ms. */
export interface CascadeWork {
  /** Texts in all, and those that the accurate model answered. */
  texts: number;
  sentOn: number;
  /** Tokens of all texts, and of those that were sent on. */
  tokens: number;
  sentOnTokens: number;
  tokenizeMs: number;
  smallMs: number;
  accurateMs: number;
  /** Of the texts that the small model answered: scored by the accurate one too, and given the same label by it. */
  checked: number;
  agreed: number;
  checkedTokens: number;
  checkMs: number;
}

export function addCascades(a: CascadeWork, b: CascadeWork): CascadeWork {
  const keys = Object.keys(b) as (keyof CascadeWork)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as Record<
    keyof CascadeWork,
    number
  >;
}

export interface CascadeFigures {
  /** Of the texts, 0 to 1. */
  sentOn: number;
  /**
   * How often the cascade gives the label that the accurate model alone gives. What was sent on agrees by itself; the rest is an
   * estimate from what was checked. Three NaN where nothing was.
   */
  agreement: Interval;
  /** Time that the accurate model would have taken alone, over the time that the cascade took; NaN where it scored nothing. */
  speedUp: number;
  /** Time for a token by the small model over that by the accurate one; NaN likewise. */
  cost: number;
}

export function cascadeFigures(work: CascadeWork): CascadeFigures {
  const { texts, tokens, tokenizeMs, smallMs, accurateMs, checked, agreed } = work;
  const sentOn = texts > 0 ? work.sentOn / texts : 0;
  const rest = wilson(agreed, checked);
  const overall = (share: number) => (sentOn === 1 ? 1 : sentOn + (1 - sentOn) * share);
  const perToken = (accurateMs + work.checkMs) / (work.sentOnTokens + work.checkedTokens);
  const alone = tokenizeMs + perToken * tokens;
  return {
    sentOn,
    agreement: { share: overall(rest.share), low: overall(rest.low), high: overall(rest.high) },
    speedUp: alone / (tokenizeMs + smallMs + accurateMs),
    cost: smallMs / tokens / perToken,
  };
}

/** Texts to check: enough for an interval of a few points, few enough that a large file does not wait for them. */
const LEAST_CHECKED = 100;
const MOST_CHECKED = 400;
const CHECKED_SHARE = 0.05;

/** @param rows of the file, where they are counted @returns share of the texts to check, 0 to 1 */
export function checkShare(rows: number | undefined): number {
  if (rows === undefined || rows === 0) return CHECKED_SHARE / 5;
  const wanted = Math.min(MOST_CHECKED, Math.max(LEAST_CHECKED, rows * CHECKED_SHARE));
  return Math.min(1, wanted / rows);
}
