import type { Question } from '../question.ts';

const TEXTS = ['Great!', 'The soup was cold.', 'We waited for an hour, and nobody said a word.'];

export const padding: readonly Question[] = [
  {
    id: 'padding-what',
    difficulty: 'easy',
    topic: 'padding',
    kind: 'one',
    prompt: 'What is padding?',
    choices: [
      { text: 'Filler tokens that make all texts of a batch equally long' },
      {
        text: 'Extra texts that make a batch full',
        mistake: 'A batch may have any number of texts; it is their lengths that must agree.',
      },
      {
        text: 'Cutting long texts down to the shortest',
        mistake: 'That would lose words. The short ones are filled up instead.',
      },
      {
        text: 'A pause between two batches',
        mistake: 'Padding is in the data, not in time, though it costs time.',
      },
    ],
    explanation:
      'A block of numbers needs rows of one length, so shorter texts are filled up to the longest. The attention mask marks what is filler.',
    read: 'pipeline',
  },
  {
    id: 'padding-count',
    difficulty: 'medium',
    topic: 'padding',
    kind: 'number',
    prompt: 'Texts of 4, 6 and 14 tokens share one forward pass. How many cells are padding?',
    answer: 18,
    tolerance: 0,
    unit: 'cells',
    slips: [
      { value: 24, mistake: '24 are the real tokens; the block has 3 x 14 = 42 cells.' },
      { value: 42, mistake: '42 is the whole block; take away the 24 real tokens.' },
      { value: 10, mistake: 'That is the first text’s padding alone; the second needs 8.' },
    ],
    explanation:
      'The block is 3 x 14 = 42 cells, 24 of them real: 18, or 43%, are computed for nothing.',
    read: 'pipeline',
  },
  {
    id: 'padding-mask',
    difficulty: 'medium',
    topic: 'padding',
    kind: 'one',
    prompt: 'What is the attention mask for?',
    choices: [
      { text: 'It tells the model which tokens are real, so that filler does not weigh in.' },
      {
        text: 'It saves computing the filler.',
        mistake: 'The filler is computed all the same; it only must not count.',
      },
      {
        text: 'It marks the words that speak for the label.',
        mistake: 'Its 1s and 0s come from the lengths alone, before the model has read anything.',
      },
      {
        text: 'It hides names for privacy.',
        mistake: 'Nothing is hidden: the text does not leave the page in the first place.',
      },
    ],
    explanation:
      'A 1 for each real token, a 0 for each filler. Words look at real tokens only; the time for the filler is spent nevertheless.',
    read: 'pipeline',
  },
  {
    id: 'padding-here',
    difficulty: 'hard',
    topic: 'padding',
    kind: 'number',
    prompt: `Three texts share one forward pass: “${TEXTS.join('”, “')}”. How many cells are padding with this page’s tokenizer? Marks are tokens too, and each text has one token at its start and one at its end. Within 15% counts.`,
    probe: { ask: 'padding', texts: TEXTS },
    unit: 'cells',
    within: 0.15,
    slips: [
      {
        value: 0,
        mistake: 'The texts differ in length, so the two shorter ones must be filled up.',
      },
    ],
    explanation:
      'Each text is filled up to the longest: take its tokens from the longest one’s, and add up the differences. The start and end tokens cancel out.',
    read: 'pipeline',
    instead: {
      kind: 'number',
      prompt:
        'Texts of 5, 8 and 13 tokens share one forward pass. What share of the block is padding, in percent?',
      answer: 33.33,
      tolerance: 0.5,
      unit: '%',
      slips: [
        { value: 13, mistake: '13 cells are padding; as a share of 39 they are 33%.' },
        { value: 50, mistake: '13 of 26 compares padding with the real tokens, not the block.' },
        { value: 67, mistake: 'That is the share of real tokens.' },
      ],
      explanation: 'The block is 3 x 13 = 39 cells, 26 of them real: 13 ÷ 39 = 33%.',
      read: 'pipeline',
    },
  },
  {
    id: 'padding-less',
    difficulty: 'hard',
    topic: 'padding',
    kind: 'several',
    prompt: 'What makes padding less, without changing an answer on an engine that masks it?',
    choices: [
      { text: 'Sorting the texts by length before cutting batches' },
      { text: 'Smaller batches' },
      { text: 'Scoring each text alone' },
      {
        text: 'Larger batches in file order',
        mistake: 'The more texts share a block, the longer its longest one tends to be.',
      },
      {
        text: 'More workers',
        mistake: 'They share the same batches out; each batch is as padded as before.',
      },
      {
        text: 'Cutting every text to ten tokens',
        mistake: 'That ends padding and the answers with it: words are lost.',
      },
    ],
    explanation:
      'Padding comes from unequal neighbours. Sorting makes neighbours alike, small batches have few, and a text alone has none.',
    read: 'benchmark',
  },
];
