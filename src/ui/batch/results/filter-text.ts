import { FLAGS, UNLABELLED, type Filter, type Flag } from '../../../core/runs.ts';
import { day } from './rate-text.ts';

/** What a flag means, in a word or two and in a sentence. */
export const FLAG_TEXT: Record<Flag, { word: string; sentence: string }> = {
  empty: { word: 'No text', sentence: 'It has no text, so it was not scored.' },
  duplicate: {
    word: 'Repeated',
    sentence: 'The same text stands in an earlier row; it was scored once.',
  },
  foreign: {
    word: 'Other language',
    sentence: 'It does not look English. The model has learnt from English texts only.',
  },
  long: {
    word: 'Long',
    sentence: 'It is longer than the model can take at once: scored in windows, then averaged.',
  },
  uncertain: {
    word: 'Uncertain',
    sentence: 'No label is clearly ahead of the others: take this one with care.',
  },
};

export const ALL_FLAGS = Object.keys(FLAGS) as Flag[]; // the keys of that record

export interface Condition {
  key: keyof Filter;
  text: string;
}

const either = new Intl.ListFormat('en', { type: 'disjunction' });

/** Each condition of a filter as people would say it. */
export function conditions(filter: Filter): Condition[] {
  const list: Condition[] = [];
  const say = (key: keyof Filter, text: string) => list.push({ key, text });
  const { labels, predicted, given, agreement, confidence, positive } = filter;
  const { groups, dates, flags, corrected, search } = filter;

  if (search) say('search', `contains ${search}`);
  if (labels)
    say(
      'labels',
      either.format(labels.map((label) => (label === UNLABELLED ? 'not scored' : label))),
    );
  if (predicted) say('predicted', `model says ${predicted}`);
  if (given) say('given', `given as ${given}`);
  if (agreement)
    say('agreement', agreement === 'agrees' ? 'as given' : 'differs from the given label');
  if (confidence)
    say('confidence', `confidence ${whole(confidence[0])} to ${whole(confidence[1])}%`);
  if (positive)
    say('positive', `P(positive) ${positive[0].toFixed(2)} to ${positive[1].toFixed(2)}`);
  if (groups) say('groups', `in ${either.format(groups)}`);
  if (dates) say('dates', period(dates));
  if (flags) say('flags', either.format(flags.map((flag) => FLAG_TEXT[flag].word.toLowerCase())));
  if (corrected !== undefined) say('corrected', corrected ? 'corrected by hand' : 'not corrected');
  return list;
}

const whole = (share: number) => Math.round(share * 100);

export const DAY_MS = 86_400_000;
/** The first and the last moment that a Date can hold: a range that is open at one end. */
export const ALWAYS = [-8.64e15, 8.64e15] as const;

/** The end is not included, so the last day is the one before. */
function period([from, to]: readonly [number, number]): string {
  if (from <= ALWAYS[0]) return `until ${day(to - DAY_MS)}`;
  if (to >= ALWAYS[1]) return `from ${day(from)}`;
  if (to - from <= DAY_MS) return `on ${day(from)}`;
  return `${day(from)} to ${day(to - DAY_MS)}`;
}
