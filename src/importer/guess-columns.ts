import type { Cell, ColumnFound, Mapping } from '../core/intake.ts';
import { guessLabels } from '../core/label-values.ts';
import { dateOrder, readDate } from './dates.ts';
import { profile, type Profile } from './profile.ts';

type Role = NonNullable<ColumnFound['role']>;

/** Names only break ties between columns that look alike; of a few rows, many do. */
const NAMED: Record<Role, RegExp> = {
  text: /text|review|comment|body|content|message|feedback|tweet|sentence|opinion|description/i,
  label: /label|sentiment|rating|star|score|polarity|class|target|recommend/i,
  id: /(^|[ _-])(id|uuid|key|nr|no|index)$|^(id|key)/i,
  group: /categor|product|group|brand|topic|type|department|store|source|country/i,
  date: /date|time|created|posted|day|year|month/i,
};
const NOT_TEXT = /title|headline|subject|author|user|name|url|link/i;
const NOT_LABEL =
  /verified|helpful|train|split|fold|gender|age|^is[ _-]|^has[ _-]|flag|votes|count/i;

/** Values up to which a column's own are listed, and up to which a column can be a label. */
export const MOST_VALUES = 50;

/**
 * Which column is what, by what they hold.
 *
 * @param rows the first rows, each as long as `names`
 * @param ours columns of an export of ours, which have no role
 */
export function guessColumns(
  names: readonly string[],
  rows: readonly (readonly Cell[])[],
  ours: readonly number[] = [],
) {
  const profiles = names.map((_, i) => profile(rows.map((row) => row[i] ?? null)));
  const taken = new Set(ours);
  const trust = rows.length < 20 ? 2 : 1.1;

  /** The best column over 0 that is not taken. */
  function pick(role: Role, score: (p: Profile, name: string, index: number) => number): number {
    let best = -1;
    let highest = 0;
    profiles.forEach((p, i) => {
      if (taken.has(i) || p.texts.length === 0) return;
      const points = score(p, names[i]!, i) * (NAMED[role].test(names[i]!) ? trust : 1);
      if (points > highest) [best, highest] = [i, points];
    });
    if (best >= 0) taken.add(best);
    return best;
  }

  const text = pick('text', (p, name) => textScore(p) * (NOT_TEXT.test(name) ? 0.95 : 1));
  const label = pick('label', labelScore);
  const date = pick('date', dateScore);
  const id = pick('id', idScore);
  const group = pick('group', groupScore);

  const mapping: Mapping = {
    text,
    labels: label < 0 ? {} : guessLabels(profiles[label]!.distinct),
    ...(label >= 0 && { label }),
    ...(id >= 0 && { id }),
    ...(group >= 0 && { group }),
    ...(date >= 0 && { date }),
  };
  const role = (i: number): Role | undefined =>
    (['text', 'label', 'id', 'group', 'date'] as const).find((key) => mapping[key] === i);
  const values = profiles.map(({ distinct }) =>
    distinct.length <= MOST_VALUES ? distinct : undefined,
  );
  return {
    columns: names.map((name, i): ColumnFound => ({ name, role: role(i) })),
    mapping,
    values,
  };
}

/** Many words, mostly letters, hardly ever the same twice. */
function textScore(p: Profile): number {
  if (p.letterShare < 0.35 || p.numberShare > 0.5) return 0;
  if (
    p.texts.filter((text) => /^(https?:|www\.|\S+@\S+\.\w+$)/i.test(text)).length >
    0.5 * p.texts.length
  )
    return 0;
  if (p.words < 1.2 && (isCode(p) || labelScore(p, '') > 0)) return 0;
  return Math.log2(1 + p.words) * (0.3 + 0.7 * p.uniqueness) * (p.letterShare + 0.2);
}

/** One word each with digits in it, as in keys and article numbers. */
const isCode = (p: Profile) =>
  p.texts.filter((text) => /^\S*\d\S*$/.test(text)).length > 0.5 * p.texts.length;

/** A few values that nearly all stand for a sentiment. Words say so clearly, 0 and 1 hardly. */
function labelScore(p: Profile, name: string): number {
  if (p.distinct.length < 2 || p.distinct.length > 25 || NOT_LABEL.test(name)) return 0;
  if (p.letters > 30 || (p.uniqueness > 0.8 && p.texts.length > 5)) return 0;
  const labels = guessLabels(p.distinct);
  const stood = p.texts.filter((text) => labels[text.toLowerCase()]).length;
  const found = new Set(Object.values(labels).filter((label) => label !== null));
  if (stood < 0.8 * p.texts.length || found.size < 2) return 0;
  const named = NAMED.label.test(name) ? 2 : 0;
  if (
    p.distinct.some(
      (value) => /[^\d.,+\-\s]/.test(value) && !/^(true|false|yes|no|[ytnf])$/i.test(value),
    )
  )
    return 4 + named;
  const isBinary = p.distinct.length <= 2;
  return (isBinary ? 1 : p.distinct.length <= 11 ? 3 : 2) + named;
}

function dateScore(p: Profile, name: string): number {
  const order = dateOrder(p.texts);
  const read = p.texts.map((text) => readDate(text, order)).filter((ms) => !Number.isNaN(ms));
  const share = read.length / p.texts.length;
  if (share < 0.8) return 0;
  // Plain numbers of ten digits may be anything: only those of our days count, unless the name says so.
  const isPlain = p.numberShare > 0.5 && p.texts.every((text) => /^[\d.]+$/.test(text));
  const recent = read.every((ms) => ms > Date.UTC(2000, 0, 1) && ms < Date.UTC(2036, 0, 1));
  return isPlain && !recent && !NAMED.date.test(name) ? 0 : share;
}

/** In every row, never twice, short, and no amount. */
function idScore(p: Profile, _: string, index: number): number {
  if (p.uniqueness < 1 || p.texts.length < p.rows || p.letters > 64 || p.words > 1.5) return 0;
  if (p.texts.some((text) => /^[+-]?\d*[.,]\d+$/.test(text))) return 0;
  return 1 / (1 + 0.05 * index);
}

/** Short names that come again and again. */
function groupScore(p: Profile): number {
  const count = p.distinct.length;
  if (count < 2 || count > 1000 || count > 0.5 * p.texts.length) return 0;
  if (p.letters > 40 || p.words > 6 || p.letterShare < 0.5) return 0;
  const spread = Math.min(1, count / 3) * (1 - count / (p.texts.length + 1));
  return spread * (0.5 + 0.5 * (p.texts.length / p.rows));
}
