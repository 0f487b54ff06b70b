import type { Question } from '../question.ts';

export const stored: readonly Question[] = [
  {
    id: 'stored-what',
    difficulty: 'easy',
    topic: 'stored',
    kind: 'one',
    prompt:
      'A streaming service works out tomorrow’s recommendations every night and stores them. What is the price of answering from the store?',
    choices: [
      { text: 'The answer does not know what happened since the night.' },
      {
        text: 'The answer comes late.',
        mistake: 'Looking something up is quick: that is what the store is for.',
      },
      {
        text: 'The model must run when the customer opens the page.',
        mistake: 'It has run in the night; that is the point of storing.',
      },
      {
        text: 'Nothing: stored answers are always as good.',
        mistake: 'Only as long as nothing changes that the answer depends on.',
      },
    ],
    explanation:
      'A stored prediction is instant and cheap, and as old as the batch that made it. That is called stale once its input has changed.',
    read: 'when',
  },
  {
    id: 'stored-stale',
    difficulty: 'medium',
    topic: 'stored',
    kind: 'several',
    prompt: 'Which events make the stored sentiment of a review stale?',
    choices: [
      { text: 'The customer edits the review.' },
      { text: 'The shop changes to a newer model.' },
      {
        text: 'Somebody reads the review.',
        mistake: 'Reading changes neither the text nor the model.',
      },
      {
        text: 'A review of another product arrives.',
        mistake: 'A prediction depends on its own text and the model, on no other review.',
      },
      {
        text: 'A month goes by.',
        mistake: 'Age alone does nothing here: the same text still gets the same answer.',
      },
    ],
    explanation:
      'A prediction depends on its text and on the model. When one of them changes it must be made anew; else it may be kept for ever.',
    read: 'when',
  },
  {
    id: 'stored-key',
    difficulty: 'hard',
    topic: 'stored',
    kind: 'one',
    prompt:
      'This page reuses predictions from earlier files. What must be equal for it to be right?',
    choices: [
      { text: 'The text, the model’s weights and their number format' },
      {
        text: 'The text alone',
        mistake: 'Another model, or the same one in 4 bits instead of 8, may answer otherwise.',
      },
      {
        text: 'The text and the name of the model',
        mistake: 'A new release can have the old name with other weights.',
      },
      {
        text: 'The text and its row number',
        mistake: 'Where a text stands does not change what the model says of it.',
      },
    ],
    explanation:
      'The key of a cache must hold all that the answer depends on, and nothing else: too little gives wrong answers, too much gives no hits.',
    read: 'batch',
  },
  {
    id: 'stored-age',
    difficulty: 'hard',
    topic: 'stored',
    kind: 'number',
    prompt:
      'A job reads the day’s data at 02:00 every night and its results replace the old ones at 05:00. How old can the data behind an answer be at most?',
    answer: 27,
    tolerance: 0,
    unit: 'hours',
    slips: [
      {
        value: 24,
        mistake:
          'Until 05:00 the old results stand, and their data are from 02:00 of the day before.',
      },
      { value: 3, mistake: 'That is the youngest: just after 05:00.' },
      { value: 21, mistake: 'The hours of the job come on top of the 24, they are not taken off.' },
    ],
    explanation:
      'Just before 05:00 the answers still rest on data from 02:00 the day before: 24 + 3 = 27 hours.',
    read: 'when',
  },
];
