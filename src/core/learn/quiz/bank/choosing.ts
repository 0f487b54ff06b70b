import type { Question } from '../question.ts';

export const choosing: readonly Question[] = [
  {
    id: 'choosing-night',
    difficulty: 'easy',
    topic: 'choosing',
    kind: 'one',
    prompt:
      'A bank scores a million customers every night, for letters sent in the morning. Which mode?',
    choices: [
      { text: 'Batch: all inputs are there, and nobody waits for a single one.' },
      {
        text: 'Real time, because it is more modern.',
        mistake: 'The job decides, not the fashion. No one is waiting at 3 in the morning.',
      },
      {
        text: 'Real time, because a million is a lot.',
        mistake: 'Many inputs at once are what batch is good at.',
      },
      {
        text: 'Neither: a model cannot score a million.',
        mistake: 'At 100 a second a million take under three hours.',
      },
    ],
    explanation:
      'Many inputs, known beforehand, result needed by a deadline hours away: throughput counts, latency does not.',
    read: 'when',
  },
  {
    id: 'choosing-call',
    difficulty: 'easy',
    topic: 'choosing',
    kind: 'one',
    prompt:
      'While a customer is on the phone, the agent’s screen shall show how the customer feels. Which mode?',
    choices: [
      { text: 'Real time: the answer is needed while the call lasts.' },
      {
        text: 'Batch, this night: it is cheaper.',
        mistake: 'It is, but by then the call is over and the answer worth nothing.',
      },
      {
        text: 'Batch, of calls collected until 1,000 are there.',
        mistake: 'The first caller would wait for 999 others.',
      },
      {
        text: 'A stored answer from the last call.',
        mistake: 'It is stale: it tells how the customer felt last time.',
      },
    ],
    explanation:
      'One input, a fresh one, and somebody waiting: latency decides. That it costs more for each answer is accepted.',
    read: 'when',
  },
  {
    id: 'choosing-jobs',
    difficulty: 'medium',
    topic: 'choosing',
    kind: 'match',
    prompt: 'Choose a mode for each job.',
    options: ['Batch', 'Real time'],
    pairs: [
      {
        item: 'Weekly report on last week’s product reviews',
        option: 'Batch',
        mistake: 'Weekly report: all reviews are there and Monday is early enough. Batch.',
      },
      {
        item: 'Warning a writer before an angry mail goes out',
        option: 'Real time',
        mistake: 'Angry mail: after sending it is too late. Real time.',
      },
      {
        item: 'Labels for ten years of archived letters',
        option: 'Batch',
        mistake: 'Archive: a great many, none of them urgent. Batch.',
      },
      {
        item: 'Holding back abuse in a live chat',
        option: 'Real time',
        mistake: 'Live chat: each message must be judged before it is shown. Real time.',
      },
    ],
    explanation:
      'Ask two things: are the inputs there already, and does somebody wait for this one answer? Waiting means real time, a pile means batch.',
    read: 'when',
  },
  {
    id: 'choosing-hours',
    difficulty: 'medium',
    topic: 'choosing',
    kind: 'number',
    prompt:
      'A machine scores 80 texts a second in batch. How many hours does a million take? Round to one decimal.',
    answer: 3.5,
    tolerance: 0.1,
    unit: 'hours',
    slips: [
      { value: 208.3, mistake: 'Those are minutes: divide by 60 once more.' },
      { value: 12500, mistake: 'Those are seconds: divide by 3,600.' },
      { value: 22.2, mistake: '80,000 ÷ 3,600 uses 80 ms a text; 80 a second is 12.5 ms.' },
    ],
    explanation: '1,000,000 ÷ 80 = 12,500 s; ÷ 3,600 = 3.5 hours. It fits into a night.',
    read: 'when',
  },
  {
    id: 'choosing-load',
    difficulty: 'hard',
    topic: 'choosing',
    kind: 'number',
    prompt:
      'Reviews arrive by themselves, 30 a second on average. One worker needs 20 ms for each. What share of the time is it busy, in percent?',
    answer: 60,
    tolerance: 0.5,
    unit: '%',
    slips: [
      { value: 0.6, mistake: 'That is the share as a fraction; asked is percent.' },
      { value: 150, mistake: '30 ÷ 20 divides a rate by a time; multiply 30 by 0.020 s.' },
      { value: 67, mistake: '20 ÷ 30 divides a time by a rate; multiply them.' },
    ],
    explanation:
      '30 x 0.020 s = 0.6 s of work in each second: 60% busy. Arrivals come in clumps, so some wait even so, and far more as it nears 100%.',
    read: 'when',
  },
];
