import type { Question } from '../question.ts';

export const quantization: readonly Question[] = [
  {
    id: 'quantization-what',
    difficulty: 'easy',
    topic: 'quantization',
    kind: 'one',
    prompt: 'What is quantization of a model?',
    choices: [
      { text: 'Its numbers are stored with fewer bits, such as 8 instead of 32.' },
      {
        text: 'It is trained on fewer texts.',
        mistake: 'Training is over by then; only the way of writing its numbers changes.',
      },
      {
        text: 'Layers are left out.',
        mistake: 'That is another way to a small model: the small bundled one has 2 layers, not 6.',
      },
      {
        text: 'Its answers are rounded to whole percents.',
        mistake: 'What is rounded are the weights inside, not what is shown.',
      },
    ],
    explanation:
      'Each weight is rounded to one of a few levels. The file shrinks and the arithmetic gets quicker; answers move a little.',
    read: 'cards',
  },
  {
    id: 'quantization-size',
    difficulty: 'medium',
    topic: 'quantization',
    kind: 'number',
    prompt:
      'The base model has 22.7 million numbers. How many MB are they with 32 bits each? (1 MB is a million bytes.)',
    answer: 90.8,
    tolerance: 1,
    unit: 'MB',
    slips: [
      { value: 22.7, mistake: 'That is with 8 bits, one byte each; 32 bits are 4 bytes.' },
      { value: 726.4, mistake: 'Those are megabits: 8 bits make a byte.' },
      { value: 181.6, mistake: 'That is with 64 bits each.' },
    ],
    explanation:
      '22.7 million x 4 bytes = 90.8 MB. With 8 bits it is about a quarter: the int8 file has 24.1 MB, scales and all.',
    read: 'cards',
  },
  {
    id: 'quantization-step',
    difficulty: 'hard',
    topic: 'quantization',
    kind: 'number',
    prompt:
      'Weights between -0.5 and 0.5 are written as whole numbers from -127 to 127, with 0 staying 0. How large is one step? Three decimals are enough.',
    answer: 0.0039,
    tolerance: 0.0002,
    unit: '',
    slips: [
      { value: 0.008, mistake: '1.0 ÷ 127: the whole range has 254 steps, half of it 127.' },
      { value: 0.002, mistake: '0.5 ÷ 254: 254 steps span the whole range of 1.0.' },
      { value: 127, mistake: 'The scale is the weight of one step: 0.5 ÷ 127.' },
    ],
    explanation:
      '0.5 ÷ 127 = 0.0039. A weight is at most half a step off, under 0.002: little, and yet some texts near a border change sides.',
    read: 'cards',
  },
  {
    id: 'quantization-company',
    difficulty: 'hard',
    topic: 'quantization',
    kind: 'one',
    prompt:
      'An int8 session rounds the numbers of a whole batch with one scale. What can happen to a text’s probabilities?',
    choices: [
      { text: 'They shift with the texts that share its batch.' },
      {
        text: 'Nothing: a text is computed by itself.',
        mistake:
          'Its products are, but they are rounded by a scale that the largest neighbour sets.',
      },
      {
        text: 'They become those of its neighbour.',
        mistake: 'Texts share a scale, not their numbers.',
      },
      {
        text: 'They become exact, because errors cancel out.',
        mistake: 'A coarser scale makes rounding errors larger.',
      },
    ],
    explanation:
      'A neighbour with large numbers makes the steps coarser for all. So this page scores each text alone on WASM, and the Benchmark counts the labels that flip in company.',
    read: 'benchmark',
  },
];
