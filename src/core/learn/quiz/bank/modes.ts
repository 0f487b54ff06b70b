import type { Question } from '../question.ts';

export const modes: readonly Question[] = [
  {
    id: 'modes-meaning',
    difficulty: 'easy',
    topic: 'modes',
    kind: 'one',
    prompt: 'What does it mean to score reviews in batch?',
    choices: [
      { text: 'Many reviews are collected and scored together, in one go.' },
      {
        text: 'Each review is scored at the moment it is written.',
        mistake: 'That is real time: one input, answered at once.',
      },
      {
        text: 'The reviews are scored by several different models.',
        mistake: 'Batch says how many inputs go together, not how many models look at them.',
      },
      {
        text: 'The model is trained on the reviews.',
        mistake: 'Training changes the model. Both modes only use it.',
      },
    ],
    explanation:
      'In batch, inputs are gathered first and scored together. In real time each input is scored when it comes, alone.',
    read: 'when',
  },
  {
    id: 'modes-label',
    difficulty: 'easy',
    topic: 'modes',
    kind: 'one',
    prompt:
      'The same review is scored once in real time and once in batch, by the same model on this page’s usual engine (WASM). What about the label?',
    choices: [
      { text: 'It is the same: the mode changes when and how fast, not what is answered.' },
      {
        text: 'Batch is more accurate, because it sees more reviews.',
        mistake: 'Scoring learns nothing: a review’s neighbours tell the model nothing about it.',
      },
      {
        text: 'Real time is more accurate, because it takes its time.',
        mistake: 'The same forward pass runs in both modes, with the same steps.',
      },
      {
        text: 'They agree only by chance.',
        mistake: 'A model answers the same input with the same numbers; nothing is drawn by lot.',
      },
    ],
    explanation:
      'Both modes run the same model with the same weights. On WASM this page gives every text a forward pass of its own, so even the probabilities are the same.',
    read: 'live',
  },
  {
    id: 'modes-chances',
    difficulty: 'medium',
    topic: 'modes',
    kind: 'several',
    prompt: 'What can batch do that real time cannot, because all the reviews are there already?',
    choices: [
      { text: 'Sort them by length before they are put together.' },
      { text: 'Score equal reviews once.' },
      { text: 'Keep every worker busy from start to end.' },
      {
        text: 'Skip tokenising.',
        mistake: 'The model reads token ids in both modes: every text must be tokenised.',
      },
      {
        text: 'Give each review a better label.',
        mistake: 'Knowing the other reviews changes the order of the work, not the answers.',
      },
    ],
    explanation:
      'With the whole list at hand the work can be planned: sorted, without repeats, shared out evenly. Real time knows one input and must answer it.',
    read: 'when',
  },
  {
    id: 'modes-fill',
    difficulty: 'hard',
    topic: 'modes',
    kind: 'number',
    prompt:
      'A service waits until 16 reviews are there, then scores them together. Reviews arrive evenly, 4 a second. How long does the first of the 16 wait before its batch is full?',
    answer: 3.75,
    tolerance: 0.01,
    unit: 'seconds',
    slips: [
      {
        value: 4,
        mistake: 'Only 15 more must come: the first one is there already.',
      },
      { value: 0.25, mistake: 'That is the time between two reviews; 15 of them must pass.' },
      { value: 64, mistake: 'Divide by the rate: at 4 a second each review takes 1/4 s to come.' },
    ],
    explanation:
      '15 more reviews must arrive, one every 1/4 s: 15 ÷ 4 = 3.75 s. Filling a batch is paid for with latency, before the model has done anything.',
    read: 'when',
  },
];
