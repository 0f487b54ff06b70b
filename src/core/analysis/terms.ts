import type { Term, Terms } from '../runs.ts';
import { LABELS } from '../sentiment.ts';
import { logOdds } from './log-odds.ts';
import { createPairCounts } from './pair-counts.ts';
import { STOP, wordsOf } from './words.ts';

/** Terms held at once. English reviews pass it at about 300,000; 25 MB. */
const SLOTS = 2 ** 20;
/** Positive and negative reviews that must use a term. */
const LEAST_REVIEWS = 5;
/** Letters of a review that are looked at: the table must not run full in the middle of one. */
const MOST_LETTERS = 50_000;
/** Of each side. */
const SHOWN = 20;
/** 95 % of chance lies within. */
const SIGNIFICANT_Z = 1.96;

const NEGATIVE = LABELS.indexOf('negative');
const POSITIVE = LABELS.indexOf('positive');

/**
 * Finds the words and pairs of words that set positive and negative reviews apart. A review counts a term once, however often it
 * says it, so that one rant does not make a term; the prior of the log-odds is counted in all reviews, neutral ones too.
 *
 * @param slots a power of two: how many terms are held before the rarest are dropped
 */
export function createTermFinder(slots = SLOTS) {
  const ids = new Map<string, number>();
  let lastId = 0;
  const pairs = createPairCounts(slots, (holds) => {
    for (const [word, id] of ids) if (!holds(id, 0)) ids.delete(word);
  });
  /** Uses of any term, by label. */
  const uses = LABELS.map(() => 0);
  let reviews = 0;

  function idOf(word: string): number {
    const known = ids.get(word);
    if (known !== undefined) return known;
    ids.set(word, ++lastId);
    return lastId;
  }

  function rank(): Term[] {
    const words = new Map(Array.from(ids, ([word, id]) => [id, word]));
    const ofAll = uses.reduce((sum, count) => sum + count, 0);
    const terms: Term[] = [];
    for (const { a, b, counts } of pairs.entries()) {
      const negative = counts[NEGATIVE]!;
      const positive = counts[POSITIVE]!;
      if (negative + positive < LEAST_REVIEWS) continue;
      const all = counts.reduce((sum, count) => sum + count, 0);
      const z = logOdds(positive, uses[POSITIVE]!, negative, uses[NEGATIVE]!, all, ofAll);
      if (!(Math.abs(z) > SIGNIFICANT_Z)) continue;
      const term = b === 0 ? words.get(a)! : `${words.get(a)!} ${words.get(b)!}`;
      terms.push({ term, z, positive, negative });
    }
    return terms.sort((x, y) => Math.abs(y.z) - Math.abs(x.z) || (x.term < y.term ? -1 : 1));
  }

  return {
    /** @param label index into LABELS */
    add(text: string, label: number) {
      reviews++;
      let before = 0;
      for (const word of wordsOf(text.slice(0, MOST_LETTERS))) {
        const id = word === STOP ? 0 : idOf(word);
        if (id > 0 && pairs.add(id, 0, label, reviews)) uses[label]! += 1;
        if (id > 0 && before > 0 && pairs.add(before, id, label, reviews)) uses[label]! += 1;
        before = id;
      }
      pairs.tidy();
    },

    /** The strongest first on both sides; a side without reviews leaves both empty. */
    read(): Terms {
      const ranked = uses[POSITIVE] && uses[NEGATIVE] ? rank() : [];
      return {
        positive: ranked.filter(({ z }) => z > 0).slice(0, SHOWN),
        negative: ranked.filter(({ z }) => z < 0).slice(0, SHOWN),
        reviews,
      };
    },
  };
}
