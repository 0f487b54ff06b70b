import type { Question } from '../question.ts';

export const inputs: readonly Question[] = [
  {
    id: 'inputs-list-of-one',
    difficulty: 'easy',
    topic: 'inputs',
    kind: 'one',
    prompt: 'What comes back for `predict(["Hello world"])`?',
    probe: { ask: 'outcome', input: ['Hello world'] },
    choices: [
      {
        value: 'list 1',
        text: 'A list with one prediction',
        mistake: 'The square brackets make a list; look at what came back for it.',
      },
      {
        value: 'prediction',
        text: 'One prediction, without a list',
        mistake:
          'That comes back for `predict("Hello world")`. A list stays a list, even with one item in it.',
      },
      {
        value: 'list 2',
        text: 'A list with two predictions, one for each word',
        mistake: 'A prediction is made for each text, not for each word.',
      },
      {
        value: 'TypeError',
        text: 'A TypeError',
        mistake: 'A list of texts is just what predict takes, however short.',
      },
    ],
    explanation:
      'The answer has the shape of the question: a list in, a list out, with one prediction for each text. Who takes the first item of it gets the prediction.',
    read: 'calls',
    instead: {
      kind: 'one',
      prompt: 'Which call gives one prediction that is not in a list?',
      choices: [
        { text: '`predict("Hello world")`' },
        {
          text: '`predict(["Hello world"])`',
          mistake: 'A list stays a list, even with one item in it.',
        },
        { text: '`predict([])`', mistake: 'An empty list gives an empty list.' },
        { text: '`predict(1)`', mistake: 'A number is no text: that is a TypeError.' },
      ],
      explanation: 'One text gives one prediction; a list gives a list, in the same order.',
      read: 'calls',
    },
  },
  {
    id: 'inputs-order',
    difficulty: 'easy',
    topic: 'inputs',
    kind: 'one',
    prompt: '`predict` gets a list of 500 reviews. In which order are the 500 predictions?',
    choices: [
      { text: 'In the order of the reviews.' },
      {
        text: 'By length, the shortest first.',
        mistake: 'Work may be done in that order; the answers are put back into yours.',
      },
      {
        text: 'By confidence, the surest first.',
        mistake: 'Sorting by confidence is something you can do afterwards.',
      },
      {
        text: 'In the order in which the workers finish.',
        mistake: 'Then nobody could tell which answer belongs to which review.',
      },
    ],
    explanation:
      'Prediction number 17 belongs to review number 17, however the work was planned and shared out in between.',
    read: 'calls',
  },
  {
    id: 'inputs-empty',
    difficulty: 'medium',
    topic: 'inputs',
    kind: 'one',
    prompt: 'What comes back for an empty list, `predict([])`?',
    probe: { ask: 'outcome', input: [] },
    choices: [
      {
        value: 'list 0',
        text: 'An empty list',
        mistake: 'No texts, no predictions would be natural; look at what came back.',
      },
      {
        value: 'TypeError',
        text: 'A TypeError',
        mistake: 'Nothing is of a wrong type: it is a list of texts that happens to have none.',
      },
      {
        value: 'prediction',
        text: 'One neutral prediction',
        mistake: 'There is no text that the prediction would be about.',
      },
      {
        value: 'list 1',
        text: 'A list with one empty prediction',
        mistake: 'A list of no texts has no place for a prediction.',
      },
    ],
    explanation:
      'As many predictions as texts: none. So a program that filters its list down to nothing goes on working.',
    read: 'calls',
    instead: {
      kind: 'one',
      prompt: 'A list of 3 texts goes into `predict`. What comes back?',
      choices: [
        { text: 'A list of 3 predictions' },
        { text: 'One prediction for all 3', mistake: 'Each text has a prediction of its own.' },
        { text: 'A list of 9 predictions', mistake: '3 x 3 is the shape of the logits.' },
        {
          text: '3 predictions, one after the other, in 3 answers',
          mistake: 'One call has one answer: the whole list.',
        },
      ],
      explanation: 'As many predictions as texts, in the same order, in one list.',
      read: 'calls',
    },
  },
  {
    id: 'inputs-shapes',
    difficulty: 'hard',
    topic: 'inputs',
    kind: 'match',
    prompt:
      'Three texts go through the bundled model in one block, padded to 9 tokens. Give each stage its shape.',
    options: ['[3]', '[3, 3]', '[3, 9]', '[3, 9, 384]'],
    pairs: [
      {
        item: 'Token ids',
        option: '[3, 9]',
        mistake: 'Token ids: one number for each of 9 places, for each of 3 texts: [3, 9].',
      },
      {
        item: 'Features',
        option: '[3, 9, 384]',
        mistake: 'Features: a vector of 384 numbers for every token of every text: [3, 9, 384].',
      },
      {
        item: 'Logits',
        option: '[3, 3]',
        mistake: 'Logits: one for each of 3 classes, for each of 3 texts: [3, 3].',
      },
      {
        item: 'Labels',
        option: '[3]',
        mistake: 'Labels: one for each text: [3].',
      },
    ],
    explanation:
      'The first number is always the texts. Tokens appear with the ids, become vectors of 384, and are gone again once each text has its 3 logits.',
    read: 'pipeline',
  },
];
