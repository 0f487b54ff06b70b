import * as v from 'valibot';
import type { Label } from '../../sentiment.ts';

/** A share of right answers, in percent, with its 95 % interval. */
export interface Rate {
  percent: number;
  interval: readonly [low: number, high: number];
  /** Texts it was counted on. */
  texts: number;
}

/** How a model did on one set of texts; the int8 file. */
export interface SourceFigures {
  /** As the file calls it. */
  id: string;
  /** Only the positive and negative texts, P(positive) against P(negative). */
  binary?: Rate;
  /** All texts, three classes. */
  threeClass?: Rate;
  /** F1 of each class, in percent; only where the set holds all three. */
  f1?: Readonly<Record<Label, number>>;
}

export type RateKind = 'binary' | 'threeClass';

const Percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const Interval = v.tuple([Percent, Percent]);
const Texts = v.pipe(v.number(), v.integer(), v.minValue(1));
const measured = {
  n: Texts,
  binary: v.exactOptional(v.object({ n: Texts, accuracy: Percent, interval95: Interval })),
  threeClass: v.exactOptional(
    v.object({
      accuracy: Percent,
      interval95: Interval,
      f1: v.exactOptional(v.object({ negative: Percent, neutral: Percent, positive: Percent })),
    }),
  ),
};
const File = v.record(
  v.string(),
  // Beside the sets of texts stands how far the files are from full precision: that has no `n`.
  v.object({ q8: v.union([v.object(measured), v.object({ meanAbsLogit: v.number() })]) }),
);

/**
 * Reads a model's metrics.json: every set of texts in it, in its order.
 *
 * @throws ValiError for anything that is no such file
 */
export function readMetrics(data: unknown): SourceFigures[] {
  return Object.entries(v.parse(File, data)).flatMap(([id, { q8 }]) => {
    if (!('n' in q8)) return [];
    const { n, binary, threeClass } = q8;
    return {
      id,
      ...(binary && { binary: rate(binary, binary.n) }),
      ...(threeClass && { threeClass: rate(threeClass, n) }),
      ...(threeClass?.f1 && { f1: threeClass.f1 }),
    };
  });
}

const rate = (
  { accuracy, interval95 }: { accuracy: number; interval95: [number, number] },
  texts: number,
): Rate => ({ percent: accuracy, interval: interval95, texts });

/** A set with its rate of one kind. */
export interface Judged {
  source: SourceFigures;
  rate: Rate;
}

/** All sets that were judged in this way, the one with most errors first. */
export function worstFirst(sources: readonly SourceFigures[], kind: RateKind): Judged[] {
  return sources
    .flatMap((source) => (source[kind] ? [{ source, rate: source[kind] }] : []))
    .sort((a, b) => a.rate.percent - b.rate.percent);
}

/** The rate of wrong answers that belongs to one of right ones. */
export const wrongOf = ({ percent, interval: [low, high], texts }: Rate): Rate => ({
  percent: rest(percent),
  interval: [rest(high), rest(low)],
  texts,
});

/** Without the noise of binary fractions, which would turn 17.85 into a number that is shown as 17.8. */
const rest = (percent: number) => Math.round((100 - percent) * 1e6) / 1e6;
