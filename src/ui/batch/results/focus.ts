import { byFrequency, shareIn } from '../../../core/analysis/tally.ts';
import type { Slice, Summary } from '../../../core/runs.ts';
import { startOf } from '../../../core/segments.ts';
import { areSentiment } from '../../../core/sentiment.ts';
import type { Interval } from '../../../core/analysis/wilson.ts';

/** The label whose share a chart shows. */
export interface Focus {
  label: string;
  /** As it stands in a sentence: positive, “urgent”. */
  name: string;
  /** What stands at the axis of its shares; a long name stands over the chart. */
  axis: string;
  /** CSS */
  color: string;
}

const LETTERS = 40;

/** A label of the model's own stands in quotes. */
export const quoted = (label: string): string =>
  `“${label.length > LETTERS ? `${startOf(label, LETTERS)}…` : label}”`;

export function focusOn(label: string, labels: readonly string[]): Focus {
  return areSentiment(labels)
    ? { label, name: label, axis: `Share ${label}`, color: `var(--chart-${label})` }
    : { label, name: quoted(label), axis: 'Share', color: 'var(--chart-plain)' };
}

/** Positive, or of other labels the most frequent one. */
export function firstFocus(labels: readonly string[], { counts }: Pick<Summary, 'counts'>): Focus {
  return focusOn(areSentiment(labels) ? 'positive' : byFrequency(labels, counts)[0]!, labels);
}

/** What is said of a slice: of sentiment the positive and the negative ones, of other labels the one in focus and the first. */
export interface SliceColumn {
  title: string;
  value: (slice: Slice) => { interval: Interval; label?: string };
}

export function sliceColumns({ label, name }: Focus, labels: readonly string[]): SliceColumn[] {
  const shareOf = (label: string) => (slice: Slice) => ({ interval: shareIn(slice, label) });
  if (areSentiment(labels))
    return [
      { title: 'Positive, 95% interval', value: shareOf('positive') },
      { title: 'Negative, 95% interval', value: shareOf('negative') },
    ];
  return [
    { title: `${name}, 95% interval`, value: shareOf(label) },
    {
      title: 'Most frequent, 95% interval',
      value: (slice) => {
        const label = labels.reduce((a, b) => (slice.counts[b]! > slice.counts[a]! ? b : a));
        return { interval: shareIn(slice, label), label };
      },
    },
  ];
}
