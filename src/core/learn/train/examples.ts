import { AppError } from '../../failure.ts';

/** Labels a head can have. */
export const MOST_LABELS = 50;
/** Fewer of one label can't be split into a part to learn from, one to stop by and one to test on. */
export const LEAST_OF_A_LABEL = 6;
/** Texts at most: more are drawn from. */
export const MOST_EXAMPLES = 20_000;

/** A labelled text as a file holds it. */
export interface Labelled {
  text: string;
  /** Trimmed. */
  label: string;
}

export interface Examples {
  texts: readonly string[];
  /** Index into `labels` of each text. */
  targets: readonly number[];
  /** Most frequent first. */
  labels: readonly string[];
  found: Found;
}

/** What was met on the way, to be said. */
export interface Found {
  /** In the file. */
  rows: number;
  /** Rows without a text or without a label. */
  blank: number;
  /** Rows with both that were looked at: all there are, or an even draw. */
  drawn: number;
  /** Rows whose text stood in an earlier row with the same label: each text counts once, so it can't lie on both sides of the split. */
  duplicates: number;
  /** Rows whose text has different labels in different rows: left out, for nobody can say which is right. */
  contradictions: number;
  /** Labels left out because too few texts have them, with their counts. */
  rare: readonly { label: string; count: number }[];
  /** Labels left out because only the most frequent ones were asked for, and their rows. */
  cut: { labels: number; rows: number };
  /** Every label is a number: they are taken as names, their order is not used. */
  numeric: boolean;
}

/**
 * Makes examples of labelled rows. Labels are told apart by their letters, case aside; texts by their letters, case and blanks
 * aside. At most the MOST_LABELS most frequent labels are kept.
 *
 * @param drawn each with a text and a label
 * @param file what they were drawn from: rows in all, and rows without a text or a label
 * @throws AppError examples-numbers where labels are measurements, examples-few or examples-one-label where nothing can be learnt
 */
export function readExamples(
  drawn: readonly Labelled[],
  file = { rows: drawn.length, blank: 0 },
): Examples {
  const byText = new Map<string, { text: string; label: string; rows: number; clash: boolean }>();
  for (const { text, label } of drawn) {
    const key = text.trim().toLowerCase().replace(/\s+/g, ' ');
    const known = byText.get(key);
    if (!known) byText.set(key, { text, label, rows: 1, clash: false });
    else {
      known.rows += 1;
      known.clash ||= fold(known.label) !== fold(label);
    }
  }
  const texts = [...byText.values()];
  const sure = texts.filter(({ clash }) => !clash);
  const all = countLabels(sure.map(({ label }) => label));
  const numeric = all.length > 0 && all.every(({ label }) => isNumber(label));
  refuseMeasurements(all, numeric, sure.length);

  const common = all.filter(({ count }) => count >= LEAST_OF_A_LABEL);
  const kept = common.slice(0, MOST_LABELS);
  refuseTooFew(all, kept);
  const index = new Map(kept.map(({ label }, i) => [fold(label), i]));
  const used = sure.filter(({ label }) => index.has(fold(label)));
  return {
    texts: used.map(({ text }) => text),
    targets: used.map(({ label }) => index.get(fold(label))!),
    labels: kept.map(({ label }) => label),
    found: {
      ...file,
      drawn: drawn.length,
      duplicates: sum(sure.map((one) => one.rows - 1)),
      contradictions: sum(texts.filter(({ clash }) => clash).map((one) => one.rows)),
      rare: all.filter(({ count }) => count < LEAST_OF_A_LABEL),
      cut: {
        labels: common.length - kept.length,
        rows: sum(common.slice(kept.length).map(({ count }) => count)),
      },
      numeric,
    },
  };
}

/**
 * The same with the most frequent labels alone.
 *
 * @param most labels kept, at least 2
 */
export function keepLabels(examples: Examples, most: number): Examples {
  const { texts, targets, labels, found } = examples;
  if (most >= labels.length) return examples;
  const kept = [...targets.keys()].filter((row) => targets[row]! < most); // labels stand by frequency
  return {
    texts: kept.map((row) => texts[row]!),
    targets: kept.map((row) => targets[row]!),
    labels: labels.slice(0, most),
    found: {
      ...found,
      cut: {
        labels: found.cut.labels + labels.length - most,
        rows: found.cut.rows + targets.length - kept.length,
      },
    },
  };
}

const fold = (label: string) => label.toLowerCase();
const isNumber = (label: string) => /^[-+]?\d*[.,]?\d+(e[-+]?\d+)?$/i.test(label);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** @returns each label as it is written first, most frequent first, equally frequent ones by name */
function countLabels(labels: readonly string[]): { label: string; count: number }[] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const label of labels) {
    const known = counts.get(fold(label));
    if (known) known.count += 1;
    else counts.set(fold(label), { label, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** Numbers with hardly a repetition, or with fractions of any kind, measure something: there are no classes to learn. */
function refuseMeasurements(all: readonly { label: string }[], numeric: boolean, texts: number) {
  if (!numeric) return;
  const [first] = all;
  if (all.length > MOST_LABELS || (all.length > 10 && all.length > texts / 5))
    throw new AppError({
      code: 'examples-numbers',
      detail: `${all.length} different numbers in ${texts} texts, such as ${first!.label}`,
    });
}

function refuseTooFew(all: readonly { label: string; count: number }[], kept: readonly unknown[]) {
  if (all.length === 1)
    throw new AppError({
      code: 'examples-one-label',
      detail: `every one of ${all[0]!.count} texts is "${all[0]!.label.slice(0, 40)}"`,
    });
  if (kept.length >= 2) return;
  const counts = all.slice(0, 3).map(({ label, count }) => `${label.slice(0, 40)}: ${count}`);
  throw new AppError({
    code: 'examples-few',
    detail: `${all.length} labels${counts.length ? `, the most frequent ${counts.join(', ')}` : ''}; two with at least ${LEAST_OF_A_LABEL} texts each are needed`,
  });
}
