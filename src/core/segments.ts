export interface Segment {
  /** [from, to) in UTF-16 code units. */
  from: number;
  to: number;
}

function segments(text: string, granularity: 'word' | 'sentence'): Intl.SegmentData[] {
  return [...new Intl.Segmenter('en', { granularity }).segment(text)];
}

/** The sentences of a text, white space around them left out; none for a blank text. */
export function splitSentences(text: string): Segment[] {
  return segments(text, 'sentence')
    .map(({ segment, index }) => ({
      from: index + segment.length - segment.trimStart().length,
      to: index + segment.trimEnd().length,
    }))
    .filter(({ from, to }) => to > from);
}

/** The words of a text, numbers included, punctuation left out. */
export function splitWords(text: string): Segment[] {
  return segments(text, 'word')
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ from: index, to: index + segment.length }));
}

export interface Stretch<S extends Segment> extends Segment {
  /** The segment that fills this stretch; undefined for what lies between two. */
  segment: S | undefined;
}

/**
 * Fills the gaps between segments, so that text can be drawn from start to end.
 *
 * @param within what to cover
 * @param inside segments in order, without overlap; those that do not lie within are left out
 * @returns stretches in order, none empty, covering `within` exactly
 */
export function fillGaps<S extends Segment>(within: Segment, inside: readonly S[]): Stretch<S>[] {
  const stretches: Stretch<S>[] = [];
  let at = within.from;
  const gapTo = (to: number) => {
    if (to > at) stretches.push({ from: at, to, segment: undefined });
  };
  for (const segment of inside) {
    if (segment.from < at || segment.to > within.to) continue;
    gapTo(segment.from);
    stretches.push({ from: segment.from, to: segment.to, segment });
    at = segment.to;
  }
  gapTo(within.to);
  return stretches;
}

/** The start of a text, at most `length` code units, that cuts no character in two. */
export function startOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  const isHighSurrogate = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isHighSurrogate ? length - 1 : length);
}
