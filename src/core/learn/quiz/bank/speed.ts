import type { Question } from '../question.ts';

export const speed: readonly Question[] = [
  {
    id: 'speed-terms',
    difficulty: 'easy',
    topic: 'speed',
    kind: 'match',
    prompt: 'Give each question the figure that answers it.',
    options: ['Throughput', 'Latency', 'Accuracy'],
    pairs: [
      {
        item: 'How many reviews are done in a second?',
        option: 'Throughput',
        mistake: 'Reviews in a second are throughput: work done over time.',
      },
      {
        item: 'How long does one person wait for an answer?',
        option: 'Latency',
        mistake: 'One wait, from question to answer, is latency.',
      },
      {
        item: 'How many answers are right?',
        option: 'Accuracy',
        mistake: 'How many are right is accuracy; it has nothing to do with speed.',
      },
    ],
    explanation:
      'Throughput counts work, latency measures one wait, accuracy counts right answers. A change can improve one and harm another.',
    read: 'benchmark',
  },
  {
    id: 'speed-rate',
    difficulty: 'easy',
    topic: 'speed',
    kind: 'number',
    prompt: '1,000 reviews are scored in 20 seconds. What is the throughput?',
    answer: 50,
    tolerance: 0,
    unit: 'reviews a second',
    slips: [
      { value: 20, mistake: '20 ms a review is the time each takes; asked is how many a second.' },
      { value: 0.02, mistake: 'That is seconds for one review: the inverse of what is asked.' },
      { value: 20000, mistake: 'Divide the reviews by the seconds.' },
    ],
    explanation: '1,000 reviews ÷ 20 s = 50 reviews a second, or 20 ms a review.',
    read: 'benchmark',
  },
  {
    id: 'speed-first',
    difficulty: 'medium',
    topic: 'speed',
    kind: 'number',
    prompt:
      '16 reviews go through the model in one forward pass of 240 ms. How long does each of them wait for its answer, from the start of the pass?',
    answer: 240,
    tolerance: 0,
    unit: 'ms',
    slips: [
      {
        value: 15,
        mistake:
          '240 ÷ 16 is a review’s share of the work. It says throughput; nobody waits 15 ms.',
      },
      { value: 3840, mistake: 'The pass is shared: it takes 240 ms for all 16 together.' },
      { value: 120, mistake: 'No answer is there at half time: they all come at the end.' },
    ],
    explanation:
      'All answers come at the end of the pass, so each waits 240 ms. 15 ms a review is the amortised time: good for throughput, wrong as a wait.',
    read: 'benchmark',
  },
  {
    id: 'speed-winner',
    difficulty: 'medium',
    topic: 'speed',
    kind: 'one',
    prompt:
      'What did the newest benchmark of this machine find for scoring all its reviews? Look under Benchmark, or guess.',
    probe: { ask: 'winner' },
    choices: [
      {
        value: 'batch',
        text: 'Batch was clearly faster than real time.',
        mistake: 'Not always: on WASM a batch of equal lengths gains nothing by itself.',
      },
      {
        value: 'real time',
        text: 'Real time was clearly faster than batch.',
        mistake: 'That happens where padding or sharing costs more than it brings; not here.',
      },
      {
        value: 'unclear',
        text: 'There was no clear difference.',
        mistake: 'The interval of the ratio does not hold 1: the difference is clear.',
      },
    ],
    explanation:
      'A difference is clear when the 95% interval of the ratio does not hold 1, over at least five rounds. Which side wins depends on cores, engine and padding: the page measures it.',
    read: 'benchmark',
    instead: {
      kind: 'one',
      prompt: 'A benchmark finds batch 1.1 times as fast, 95% interval 0.9 to 1.3. What follows?',
      choices: [
        { text: 'There is no clear difference: the interval holds 1.' },
        {
          text: 'Batch is 10% faster.',
          mistake: 'By this run it may as well be 10% slower: 0.9 is in the interval.',
        },
        {
          text: 'Batch is up to 1.3 times as fast.',
          mistake: 'The lower end counts as much as the upper one.',
        },
        {
          text: 'The benchmark is broken.',
          mistake: 'A wide interval is an honest answer: more rounds make it narrower.',
        },
      ],
      explanation:
        'A ratio of 1 means equally fast. As long as the interval holds 1, the run cannot tell the two apart.',
      read: 'benchmark',
    },
  },
  {
    id: 'speed-median',
    difficulty: 'medium',
    topic: 'speed',
    kind: 'one',
    prompt:
      'Nine answers took 20 ms each, the tenth 800 ms, because the laptop was updating. Which figure says what a usual wait is?',
    choices: [
      { text: 'The median: 20 ms' },
      {
        text: 'The mean: 98 ms',
        mistake: 'Nobody waited about 98 ms: one outlier has moved the mean.',
      },
      { text: 'The largest: 800 ms', mistake: 'That is the worst case, not the usual one.' },
      {
        text: 'None: the run must be thrown away.',
        mistake:
          'Outliers are part of what was measured; choose figures that bear them, and show them.',
      },
    ],
    explanation:
      'Half of the waits are under the median, and one outlier does not move it. The 95th percentile beside it says how bad it gets.',
    read: 'benchmark',
  },
  {
    id: 'speed-ratio',
    difficulty: 'hard',
    topic: 'speed',
    kind: 'number',
    prompt:
      'How many times as fast as real time was batch on THIS machine, in its newest benchmark? Look under Benchmark, or guess, such as 1.8. Within 10% counts as right.',
    probe: { ask: 'ratio' },
    unit: 'times as fast',
    within: 0.1,
    slips: [],
    explanation:
      'The ratio is real time’s ms a review over batch’s, the median over the rounds. Over 1, batch is faster. Each machine has its own: compare with your neighbour’s.',
    read: 'benchmark',
    instead: {
      kind: 'number',
      prompt:
        'Real time takes 24 ms a review. Batch scores 400 reviews in 6 seconds. How many times as fast is batch?',
      answer: 1.6,
      tolerance: 0.01,
      unit: 'times as fast',
      slips: [
        { value: 0.625, mistake: 'Turned round: real time’s ms a review go over batch’s.' },
        { value: 4, mistake: '24 ÷ 6 divides ms a review by the seconds of the whole list.' },
        {
          value: 0.6,
          mistake: '1.6 times as fast is 0.6 faster; asked is how many times as fast.',
        },
      ],
      explanation: 'Batch: 6,000 ms ÷ 400 = 15 ms a review. 24 ÷ 15 = 1.6.',
      read: 'benchmark',
    },
  },
  {
    id: 'speed-part',
    difficulty: 'hard',
    topic: 'speed',
    kind: 'one',
    prompt:
      'Where did most of a review’s time go in real time, in the newest benchmark of this machine? Look under Benchmark, or guess.',
    probe: { ask: 'part' },
    choices: [
      {
        value: 'inference',
        text: 'Inference: the forward pass',
        mistake: 'It mostly is, but not with a small model on a fast machine.',
      },
      {
        value: 'tokenize',
        text: 'Tokenising',
        mistake: 'Splitting a short text into word pieces is little work beside a forward pass.',
      },
      {
        value: 'message',
        text: 'Messages between page and worker',
        mistake: 'A text and three numbers travel quickly.',
      },
      {
        value: 'paint',
        text: 'Painting the answer',
        mistake:
          'One frame is 16.7 ms at 60 frames a second: it counts, but here something else counted more.',
      },
    ],
    explanation:
      'The Benchmark’s bars show where the milliseconds go. Only the largest part is worth shortening: the others could vanish and you would hardly notice.',
    read: 'benchmark',
    instead: {
      kind: 'one',
      prompt:
        'Of 30 ms a review, 2 are tokenising, 27 inference and 1 messages. Inference becomes twice as fast. How long does a review take then?',
      choices: [
        { text: '16.5 ms' },
        { text: '15 ms', mistake: 'Only inference is halved: 3 ms stay as they are.' },
        { text: '13.5 ms', mistake: 'That is inference alone; the other 3 ms are still there.' },
        { text: '28 ms', mistake: 'Twice as fast takes away half of 27 ms, not 2 ms.' },
      ],
      explanation:
        '2 + 27 ÷ 2 + 1 = 16.5 ms: 1.8 times as fast in all. What is not made faster limits the whole.',
      read: 'benchmark',
    },
  },
];
