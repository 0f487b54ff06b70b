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
