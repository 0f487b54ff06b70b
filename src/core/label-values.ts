import { areSentiment, type Label } from './sentiment.ts';

const WORDS: Record<Label, string> = {
  negative:
    'negative neg n- bad poor terrible awful worst hate hated sad unhappy dissatisfied unsatisfied detractor critical ' +
    'complaint dislike down thumbs-down not-recommended unfavorable unfavourable very-negative very-bad strongly-negative ' +
    'mostly-negative overwhelmingly-negative negativ negativo negativa négatif négative - -- 👎 😞 😡 🙁 ☹️ label_0',
  neutral:
    'neutral neu mixed average ok okay so-so passive indifferent objective fair undecided both neutre neutro 0 😐 label_1',
  positive:
    'positive pos good great excellent best love loved happy satisfied promoter praise like up thumbs-up recommended ' +
    'favorable favourable very-positive very-good strongly-positive mostly-positive overwhelmingly-positive positiv ' +
    'positivo positiva positif + ++ 👍 😊 😀 🙂 😍 label_2',
};
const BOOLEANS: Record<string, Label> = {
  true: 'positive',
  yes: 'positive',
  y: 'positive',
  t: 'positive',
  false: 'negative',
  no: 'negative',
  n: 'negative',
  f: 'negative',
};
const LETTERS: Record<string, Label> = { n: 'negative', p: 'positive', o: 'neutral', u: 'neutral' };

const byWord = new Map<string, Label>();
for (const [label, words] of Object.entries(WORDS))
  for (const word of words.split(' ')) byWord.set(word, label as Label); // the keys are labels

/** @returns the key of a value of the label column in Mapping.labels */
export const labelKey = (value: string): string => value.trim().toLowerCase();
const word = (value: string) => value.replace(/[\s_-]+/g, value.length > 2 ? '-' : '$&');

/**
 * What the values of a label column stand for among a model's labels. For sentiment it is guessed; a label of the model's own is
 * meant where the value is its name, case and outer blanks aside, so all of these are known before any value is.
 *
 * @returns by labelKey, blank ones left out; null where nothing is clear
 */
export function readLabels(
  values: readonly string[],
  labels: readonly string[],
): Record<string, string | null> {
  if (areSentiment(labels)) return guessLabels(values);
  const found = new Map<string, string | null>();
  for (const value of values) if (labelKey(value) !== '') found.set(labelKey(value), null);
  for (const label of labels) if (!found.get(labelKey(label))) found.set(labelKey(label), label); // of two such the first
  return Object.fromEntries(found);
}

/**
 * What the values of a label column stand for: names and their short forms, true and false, stars, and scores on the scales
 * in use: -1/0/1, 0/1, 0/1/2, 1 to 3, 1 to 5, 0/2/4 (Sentiment140), 0 to 10, percent. The scale is read from all values together.
 *
 * @param values distinct or not, as the file writes them
 * @returns by labelKey, blank ones left out; null where nothing is clear
 */
export function guessLabels(values: readonly string[]): Record<string, Label | null> {
  const keys = [...new Set(values.map(labelKey))].filter((value) => value !== '');
  const best = [names, letters, booleans, numbers]
    .map((read) => read(keys))
    .reduce((a, b) => (known(b) > known(a) ? b : a));
  return Object.fromEntries(keys.map((value, i) => [value, best[i] ?? null]));
}

type Guess = readonly (Label | undefined)[];
const known = (guess: Guess) => guess.filter((label) => label !== undefined).length;

const names = (keys: readonly string[]): Guess =>
  keys.map(
    (value) =>
      byWord.get(value) ??
      byWord.get(word(value)) ??
      byWord.get(word(value).replace('label-', 'label_')),
  );

function letters(keys: readonly string[]): Guess {
  const isOurs = keys.includes('p') && keys.includes('n');
  return keys.map((value) =>
    isOurs && Object.hasOwn(LETTERS, value) ? LETTERS[value] : undefined,
  );
}

const booleans = (keys: readonly string[]): Guess =>
  keys.map((value) => (Object.hasOwn(BOOLEANS, value) ? BOOLEANS[value] : undefined));

interface Score {
  value: number;
  /** The highest possible value, where the text says it. */
  of: number | undefined;
}

const STARS = /^([★⭐✭*]\uFE0F?)+[☆✩]*(½)?$/u;

function readScore(text: string): Score | undefined {
  if (STARS.test(text)) {
    const full = text.match(/[★⭐✭*]/gu)!.length;
    return { value: full + (text.includes('½') ? 0.5 : 0), of: 5 };
  }
  const found =
    /^([+-]?\d+(?:[.,]\d+)?)\s*(?:(stars?|★|⭐|sterne?n?|étoiles?|estrellas?)|%|(?:\/|out of|von|of)\s*(\d+)(?:\s*stars?)?)?$/u.exec(
      text,
    );
  if (!found) return undefined;
  const value = Number(found[1]!.replace(',', '.'));
  const of = found[2] ? 5 : found[3] ? Number(found[3]) : text.endsWith('%') ? 100 : undefined;
  return { value, of };
}

function numbers(keys: readonly string[]): Guess {
  const scores = keys.map(readScore);
  const found = scores.filter((score) => score !== undefined);
  if (found.length === 0) return scores.map(() => undefined);
  const cut = scale(found);
  return scores.map((score) => {
    if (!score || !cut) return undefined;
    if (score.value < cut[0]) return 'negative';
    return score.value > cut[1] ? 'positive' : 'neutral';
  });
}

/** @returns [lowest, highest] value that counts as neutral; undefined where the numbers look like no scale */
function scale(scores: readonly Score[]): [number, number] | undefined {
  const values = scores.map(({ value }) => value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const of = scores.find((score) => score.of !== undefined)?.of;
  const only = (...allowed: number[]) => values.every((value) => allowed.includes(value));
  if (of === undefined) {
    if (low < 0) return -low <= 10 && high <= 10 ? [-0.05, 0.05] : undefined;
    if (only(0, 1)) return [0.5, 0.5];
    if (only(0, 1, 2) && low === 0) return [1, 1];
    if (only(1, 2) && values.length === 2) return [1.5, 1.5];
    if (only(1, 2, 3)) return [2, 2];
    if (only(0, 2, 4) && low === 0) return [2, 2];
    if (high < 1) return undefined;
  } else if (high > of) return undefined;
  const isStep = (step: number) => values.every((value) => Number.isInteger(value / step));
  if (of === 5 || (of === undefined && high <= 5 && isStep(0.5))) return [2.75, 3.25];
  if (of === 10 || (of === undefined && high <= 10 && isStep(0.5))) return [4.75, 6.25];
  if (of !== undefined) return [of * 0.4, of * 0.6];
  return high <= 100 && isStep(5) ? [40, 60] : undefined;
}
