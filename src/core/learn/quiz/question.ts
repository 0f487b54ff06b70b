export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

export const TOPICS = {
  modes: 'The two modes',
  inputs: 'List and single inputs',
  errors: 'Errors of type',
  speed: 'Throughput and latency',
  padding: 'Padding',
  stored: 'Stored and stale predictions',
  workers: 'Workers and accelerators',
  choosing: 'Choosing a mode',
  softmax: 'Logits, softmax and labels',
  tokens: 'Tokens',
  quantization: 'Quantization',
} as const;
export type Topic = keyof typeof TOPICS;

/** Where to read again: a part of Learn, or a view of the page. */
export type Place =
  'pipeline' | 'trace' | 'train' | 'when' | 'calls' | 'cards' | 'live' | 'batch' | 'benchmark';

interface Said {
  /** In texts, `code` stands between backticks. */
  prompt: string;
  /** Why the right answer is right. */
  explanation: string;
  read: Place;
}

export interface Choice {
  text: string;
  /** What somebody who chooses it has mixed up; none: it is right. */
  mistake?: string;
}

/** A wrong number that is often given. */
export interface Slip {
  value: number;
  mistake: string;
}

/** One of several choices. */
export type One = Said & { kind: 'one'; choices: readonly Choice[] };
/** Some of several choices. */
export type Several = Said & { kind: 'several'; choices: readonly Choice[] };
export type Numeric = Said & {
  kind: 'number';
  answer: number;
  /** Largest difference that still counts. */
  tolerance: number;
  /** What is counted or measured. */
  unit: string;
  slips: readonly Slip[];
};
/** Each item belongs to one of the options; `mistake` says what is mixed up where it gets another. */
export type Match = Said & {
  kind: 'match';
  options: readonly string[];
  pairs: readonly { item: string; option: string; mistake: string }[];
};
/** A question whose right answer is known. */
export type Known = One | Several | Numeric | Match;

/** What is asked of the model, or of this machine's newest benchmark, when the question is answered. */
export type Probe =
  /** The label of a text. Choices' values: negative, neutral, positive. */
  | { ask: 'label'; text: string }
  /** How predict answers. Values: see outcomeOf. */
  | { ask: 'outcome'; input: unknown }
  /** Tokens of a text, special ones included. */
  | { ask: 'tokens'; text: string }
  /** Cells of padding in one forward pass of all the texts. */
  | { ask: 'padding'; texts: readonly string[] }
  /** Real time's ms a review over batch's. */
  | { ask: 'ratio' }
  /** Values: batch, real time, unclear. */
  | { ask: 'winner' }
  /** Where real time's ms go most. Values: tokenize, inference, message, paint. */
  | { ask: 'part' };

/** A question whose right answer is found out when it is answered; `instead` is asked where it can't be. */
export type Checked = Said & { probe: Probe; instead: Known } & (
    | { kind: 'one'; choices: readonly { value: string; text: string; mistake: string }[] }
    | {
        kind: 'number';
        unit: string;
        /** Largest difference that still counts, as a share of the right number. */
        within: number;
        slips: readonly Slip[];
      }
  );

export type Question = { id: string; difficulty: Difficulty; topic: Topic } & (Known | Checked);

export const isChecked = (question: Known | Checked): question is Checked => 'probe' in question;

export const needsBenchmark = ({ ask }: Probe): boolean =>
  ask === 'ratio' || ask === 'winner' || ask === 'part';
