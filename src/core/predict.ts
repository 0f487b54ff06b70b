import type { ScoreOptions, Timed } from './scorer.ts';

export interface Prediction {
  /** Negative, neutral or positive; with a model of the user's own, one of its labels. */
  label: string;
  /** Probability of `label`, 0 to 1. */
  confidence: number;
  /** 0 to 1 each, summing to 1. */
  probabilities: Readonly<Record<string, number>>;
  /** `confidence` is under the threshold of the model's calibration; false where a model has none. */
  uncertain: boolean;
  /** The model's raw outputs, one for each of its own classes. */
  logits: number[];
  /** Tokens scored, special ones included. */
  tokens: number;
  /** 1, or the number of windows that a text over the model's limit was scored in. */
  windows: number;
}

export interface Predict {
  /** One text in, one prediction out. */
  (input: string, options?: ScoreOptions): Promise<Prediction>;
  /** A list in, a list out, in the same order. */
  (input: readonly string[], options?: ScoreOptions): Promise<Prediction[]>;
}

/** What there is to know of the model that answered. */
export interface Answering {
  /** What its probabilities stand for, in order. */
  labels: readonly string[];
  /** Top probabilities under it are called uncertain; 0 where the model has no calibration. */
  uncertainBelow: number;
}

/** Turns the arrays of a score into one prediction per text. */
export function readPredictions(
  scored: Timed,
  { labels, uncertainBelow }: Answering,
): Prediction[] {
  const texts = scored.tokens.length;
  const classes = scored.logits.length / (texts || 1);
  return Array.from({ length: texts }, (_, i) => {
    const row = scored.probabilities.subarray(i * labels.length, (i + 1) * labels.length);
    const confidence = Math.max(...row);
    return {
      label: labels[row.indexOf(confidence)]!,
      confidence,
      probabilities: Object.fromEntries(labels.map((label, k) => [label, row[k]!])),
      uncertain: confidence < uncertainBelow,
      logits: Array.from(scored.logits.subarray(i * classes, (i + 1) * classes)),
      tokens: scored.tokens[i]!,
      windows: scored.windows[i]!,
    };
  });
}

/**
 * The public predict: waits for the model where it is still loading.
 *
 * @param score scores a list
 * @param answering asked for once a model has answered
 * @throws TypeError (as a rejection) when the input is neither a string nor a list of strings
 * @throws AppError (as a rejection) when scoring fails
 */
export function createPredict(
  score: (texts: readonly string[], options?: ScoreOptions) => Promise<Timed>,
  answering: () => Answering,
): Predict {
  async function predict(
    input: unknown,
    options?: ScoreOptions,
  ): Promise<Prediction | Prediction[]> {
    const list = checkInput(input);
    if (list.length === 0) return [];
    const predictions = readPredictions(await score(list, options), answering());
    return Array.isArray(input) ? predictions : predictions[0]!;
  }
  return predict as Predict; // the overloads of one function, which TypeScript can't infer from its body
}

function checkInput(input: unknown): string[] {
  if (typeof input === 'string') return [input];
  if (!Array.isArray(input)) {
    throw new TypeError(
      `predict got ${describe(input)}, but takes a text or a list of texts. ` + `${fix(input)}`,
    );
  }
  const place = input.findIndex((item) => typeof item !== 'string');
  if (place >= 0) {
    throw new TypeError(
      `predict got a list whose item ${place} is ${describe(input[place])}, but every item must be a text. ` +
        'Turn the items into strings first, for example list.map(String).',
    );
  }
  return input as string[];
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'object') return `an object (${value.constructor?.name ?? 'Object'})`;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return `the ${typeof value} ${value}`;
  return `a ${typeof value}`;
}

function fix(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return `Put it in quotes to score it as a text: predict("${value}").`;
  return 'Write predict("Lovely soup.") for one text, predict(["Lovely soup.", "Cold tea."]) for several.';
}
