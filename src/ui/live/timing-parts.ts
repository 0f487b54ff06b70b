import type { Sample } from '../../state/live-state.ts';

export interface TimingPart {
  name: string;
  /** What happens in it. */
  what: string;
  color: string;
  of: (sample: Sample) => number;
}

/** Where the time goes, in the order in which it does. Colours as in timing.module.css, told apart in greys, too. */
export const PARTS: readonly TimingPart[] = [
  {
    name: 'Queue',
    what: 'from the keystroke until a worker is free',
    color: 'var(--time-queue)',
    of: (sample) => sample.queueMs,
  },
  {
    name: 'Tokenise',
    what: 'cutting the text into word pieces',
    color: 'var(--time-tokenize)',
    of: (sample) => sample.tokenizeMs,
  },
  {
    name: 'Inference',
    what: 'the forward pass of the model',
    color: 'var(--time-inference)',
    of: (sample) => sample.inferenceMs,
  },
  {
    name: 'Messages',
    what: 'to the worker and back',
    color: 'var(--time-message)',
    of: (sample) => sample.messageMs,
  },
  {
    name: 'Paint',
    what: 'from the answer to the frame that shows it',
    color: 'var(--time-paint)',
    of: (sample) => sample.paintMs,
  },
];
