import type { Question } from '../question.ts';

export const workers: readonly Question[] = [
  {
    id: 'workers-what',
    difficulty: 'easy',
    topic: 'workers',
    kind: 'one',
    prompt: 'Why does the model run in a worker instead of in the page itself?',
    choices: [
      { text: 'The page stays quick to type in and to scroll while the model computes.' },
      {
        text: 'A worker is a computer on the internet with more power.',
        mistake: 'It is another thread of this browser, on this machine. The text stays here.',
      },
      {
        text: 'The model is more accurate there.',
        mistake: 'The same numbers are computed, only on another thread.',
      },
      {
        text: 'A worker needs no memory.',
        mistake: 'Each one holds a whole copy of the model.',
      },
    ],
    explanation:
      'A page has one thread for everything you see. A worker is a second one: it computes, the page goes on painting.',
    read: 'live',
  },
  {
    id: 'workers-gain',
    difficulty: 'medium',
    topic: 'workers',
    kind: 'number',
    prompt:
      'One worker scores 40 reviews a second, two together 64. How many times as fast are two?',
    answer: 1.6,
    tolerance: 0.01,
    unit: 'times as fast',
    slips: [
      {
        value: 2,
        mistake: 'Twice the workers are rarely twice as fast; divide what was measured.',
      },
      { value: 0.8, mistake: '0.8 is what each of the two does of one alone: the efficiency.' },
      { value: 24, mistake: '24 more reviews a second is the difference, not the ratio.' },
    ],
    explanation: '64 ÷ 40 = 1.6. Each worker runs at 0.8 of what it does alone.',
    read: 'benchmark',
  },
  {
    id: 'workers-limits',
    difficulty: 'medium',
    topic: 'workers',
    kind: 'several',
    prompt: 'Why are four workers often less than four times as fast as one?',
    choices: [
      { text: 'They share the machine’s memory and its bandwidth.' },
      { text: 'There are fewer free cores than workers.' },
      { text: 'The machine slows down as it gets hot.' },
      {
        text: 'Each has only a quarter of the model.',
        mistake: 'Each has the whole model: any worker can take any text.',
      },
      {
        text: 'They must agree on every answer.',
        mistake: 'Each text goes to one worker alone; nothing is voted on.',
      },
    ],
    explanation:
      'Workers share cores, memory and heat with each other and with all other programs. How much is left of the gain can only be measured.',
    read: 'benchmark',
  },
  {
    id: 'workers-live',
    difficulty: 'hard',
    topic: 'workers',
    kind: 'one',
    prompt: 'A large file is being scored with one worker while you type a text. What happens?',
    choices: [
      {
        text: 'Your text goes next, as soon as the small chunk under way is done.',
      },
      {
        text: 'Your text waits for the end of the file.',
        mistake: 'A live text goes ahead of all batch work in the queue.',
      },
      {
        text: 'The chunk under way is broken off and thrown away.',
        mistake: 'It is finished: breaking off would lose work, and it is short on purpose.',
      },
      {
        text: 'The file starts again from its first row.',
        mistake: 'What is scored is stored at once; the file goes on where it was.',
      },
    ],
    explanation:
      'Batch work is cut into chunks of about 100 ms and live texts go first, so live waits for one chunk at most. The price to the file is small.',
    read: 'live',
  },
  {
    id: 'workers-gpu',
    difficulty: 'hard',
    topic: 'workers',
    kind: 'one',
    prompt: 'Why can a GPU lose against a processor on one short text?',
    choices: [
      {
        text: 'Each call has a fixed cost, and one short text has too little work to share it.',
      },
      {
        text: 'A GPU cannot compute with text.',
        mistake: 'To both it is the same: token ids and matrix products.',
      },
      {
        text: 'A GPU is always slower; it only draws.',
        mistake:
          'With many texts at a time it can be far faster: thousands of products run at once.',
      },
      {
        text: 'A GPU must send the text to a server.',
        mistake: 'It is a part of this machine.',
      },
    ],
    explanation:
      'Handing work to a GPU and fetching the answer costs time whatever the size. A batch shares that cost, so accelerators and batch go together.',
    read: 'benchmark',
  },
];
