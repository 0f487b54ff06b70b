import type { Question } from '../question.ts';

const LABEL_MEANING =
  'The label is the class with the largest probability. It is what the model says, not what is true: it reads words better than intentions.';

const WEATHER = 'How is the weather?';
const DELAY = 'Oh great, another delay. Just what I needed.';

export const softmax: readonly Question[] = [
  {
    id: 'softmax-sum',
    difficulty: 'easy',
    topic: 'softmax',
    kind: 'one',
    prompt: 'What do the three probabilities of one text add up to?',
    choices: [
      { text: '1, or 100%' },
      { text: '3', mistake: 'There are three of them, but they share one whole.' },
      { text: 'The confidence', mistake: 'The confidence is the largest of the three.' },
      {
        text: 'It depends on the text',
        mistake: 'Logits can add up to anything; softmax makes shares of them.',
      },
    ],
    explanation: 'Softmax turns logits into shares of one whole: each 0 to 1, together 1.',
    read: 'pipeline',
  },
  {
    id: 'softmax-weather',
    difficulty: 'easy',
    topic: 'softmax',
    kind: 'one',
    prompt: `Which label does the model on this page give to “${WEATHER}”?`,
    probe: { ask: 'label', text: WEATHER },
    choices: [
      {
        value: 'negative',
        text: 'Negative',
        mistake: 'Nothing in the text complains.',
      },
      {
        value: 'neutral',
        text: 'Neutral',
        mistake: 'A person would say so: it is a question without an opinion. This model does not.',
      },
      {
        value: 'positive',
        text: 'Positive',
        mistake: 'Weather can be lovely, but the text does not say that it is.',
      },
    ],
    explanation: LABEL_MEANING,
    read: 'live',
    instead: {
      kind: 'one',
      prompt: 'Probabilities: negative 0.08, neutral 0.71, positive 0.21. What is the label?',
      choices: [
        { text: 'Neutral' },
        { text: 'Positive', mistake: '0.21 is larger than 0.08, but 0.71 is the largest.' },
        { text: 'Negative', mistake: 'That is the least probable of the three.' },
        {
          text: 'Positive, because 0.21 - 0.08 is over 0',
          mistake: 'The classes are not set off against each other: the largest one wins.',
        },
      ],
      explanation: LABEL_MEANING,
      read: 'pipeline',
    },
  },
  {
    id: 'softmax-sarcasm',
    difficulty: 'medium',
    topic: 'softmax',
    kind: 'one',
    prompt: `Which label does the model on this page give to “${DELAY}”?`,
    probe: { ask: 'label', text: DELAY },
    choices: [
      {
        value: 'negative',
        text: 'Negative',
        mistake: 'That is how a person reads it. The model has fallen for the kind words.',
      },
      {
        value: 'neutral',
        text: 'Neutral',
        mistake: 'Kind words and a delay do not cancel out by themselves.',
      },
      {
        value: 'positive',
        text: 'Positive',
        mistake:
          '“Great” and “just what I needed” are kind words, but “another delay” weighed more.',
      },
    ],
    explanation: LABEL_MEANING,
    read: 'cards',
    instead: {
      kind: 'one',
      prompt: 'Which of these reviews is a model of this kind most likely to get wrong?',
      choices: [
        { text: '“Lovely. My tea was cold, my soup was cold, and so was the welcome.”' },
        { text: '“I love this place.”', mistake: 'Plain words with a plain meaning: easy.' },
        { text: '“The worst soup ever.”', mistake: 'Plain words with a plain meaning: easy.' },
        {
          text: '“The shop opens at nine.”',
          mistake: 'A fact without an opinion is mostly found neutral.',
        },
      ],
      explanation:
        'Sarcasm, understatement and stories that only imply a judgement are its weak side: the hard reviews on the model card show how weak.',
      read: 'cards',
    },
  },
  {
    id: 'softmax-equal',
    difficulty: 'medium',
    topic: 'softmax',
    kind: 'number',
    prompt: 'All three logits of a text are 2. What is the probability of neutral, in percent?',
    answer: 33.33,
    tolerance: 0.5,
    unit: '%',
    slips: [
      { value: 2, mistake: 'A logit is no percentage; softmax makes shares of all three.' },
      {
        value: 200,
        mistake: 'A logit is no probability: it may be over 1, a probability may not.',
      },
      { value: 67, mistake: '2 of 3 confuses the logit with a count.' },
    ],
    explanation:
      'Equal logits get equal shares of 1: 33.3% each, whatever the logits are. Only their differences count.',
    read: 'pipeline',
  },
  {
    id: 'softmax-shift',
    difficulty: 'hard',
    topic: 'softmax',
    kind: 'one',
    prompt: 'Somebody adds 5 to all three logits of a text. What about the probabilities?',
    choices: [
      { text: 'They stay as they are.' },
      {
        text: 'They all grow.',
        mistake: 'They cannot: together they are always 1.',
      },
      {
        text: 'The largest one grows, the others shrink.',
        mistake: 'That happens when logits are multiplied; adding keeps their differences.',
      },
      {
        text: 'They all become equal.',
        mistake: 'The differences between the logits are still there.',
      },
    ],
    explanation:
      'Each power grows by the same factor, e⁵, and the factor cancels out of the shares. That is why programs may take off the largest logit first, so that nothing overflows.',
    read: 'pipeline',
  },
  {
    id: 'softmax-odds',
    difficulty: 'hard',
    topic: 'softmax',
    kind: 'number',
    prompt:
      'The logits are negative 0, neutral 0 and positive 2. What is the probability of positive, in percent? (e² is about 7.39.)',
    answer: 78.7,
    tolerance: 1,
    unit: '%',
    slips: [
      { value: 100, mistake: '2 of 2 takes shares of the logits; take them of the powers.' },
      { value: 88, mistake: '7.39 ÷ 8.39 forgets one class: e⁰ is 1, and it is there twice.' },
      { value: 67, mistake: 'A logit of 2 is not “2 of 3”; take powers first.' },
    ],
    explanation: 'Powers: 1, 1 and 7.39. 7.39 ÷ 9.39 = 78.7%.',
    read: 'pipeline',
  },
];
