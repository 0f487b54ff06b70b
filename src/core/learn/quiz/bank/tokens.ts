import type { Question } from '../question.ts';

const SUNNY = 'I love sunny days';
const RARE = 'unputdownable';

export const tokens: readonly Question[] = [
  {
    id: 'tokens-what',
    difficulty: 'easy',
    topic: 'tokens',
    kind: 'one',
    prompt: 'What does the model read?',
    choices: [
      { text: 'Numbers, each of which stands for a word or a piece of a word' },
      {
        text: 'Letters, one after the other',
        mistake: 'The tokenizer has put letters together to pieces before the model begins.',
      },
      {
        text: 'Whole sentences, looked up in a list',
        mistake: 'No list could hold all sentences; pieces can be put together to any text.',
      },
      {
        text: 'The sound of the text',
        mistake: 'It has nothing but the written text.',
      },
    ],
    explanation:
      'The tokenizer splits a text into pieces of a fixed vocabulary and gives each its number. To the model, that is the text.',
    read: 'pipeline',
  },
  {
    id: 'tokens-sunny',
    difficulty: 'medium',
    topic: 'tokens',
    kind: 'number',
    prompt: `How many tokens does “${SUNNY}” have, with the special ones?`,
    probe: { ask: 'tokens', text: SUNNY },
    unit: 'tokens',
    within: 0,
    slips: [
      { value: 4, mistake: 'Those are the words. One special token at each end comes on top.' },
      { value: 5, mistake: 'There is a special token at the start and one at the end.' },
      { value: 17, mistake: 'Those are characters; common words are one token each.' },
    ],
    explanation:
      'Each of the four common words is one token, and the bundled models’ tokenizer adds [CLS] at the start and [SEP] at the end.',
    read: 'pipeline',
    instead: {
      kind: 'number',
      prompt:
        'A text becomes 12 word pieces. The tokenizer adds one token at the start and one at the end. How many tokens does the model read?',
      answer: 14,
      tolerance: 0,
      unit: 'tokens',
      slips: [
        { value: 12, mistake: 'The two special tokens are read too.' },
        { value: 13, mistake: 'One at the start and one at the end make two.' },
      ],
      explanation: '12 + 2 = 14: special tokens take places, and time, like any other.',
      read: 'pipeline',
    },
  },
  {
    id: 'tokens-case',
    difficulty: 'medium',
    topic: 'tokens',
    kind: 'one',
    prompt:
      'The bundled models’ vocabulary is uncased. What does that mean for “GREAT” and “great”?',
    choices: [
      { text: 'They become the same token, so the model cannot tell them apart.' },
      {
        text: '“GREAT” counts as more positive.',
        mistake: 'Capitals are gone before the model begins: shouting is not heard.',
      },
      {
        text: '“GREAT” is refused.',
        mistake: 'It is turned into small letters like any text.',
      },
      {
        text: '“GREAT” becomes five tokens, one a letter.',
        mistake: 'It is lower-cased first and then found whole in the vocabulary.',
      },
    ],
    explanation:
      'Normalising turns everything into small letters. That keeps the vocabulary small, and loses what capitals would have said.',
    read: 'pipeline',
  },
  {
    id: 'tokens-rare',
    difficulty: 'hard',
    topic: 'tokens',
    kind: 'number',
    prompt: `How many tokens does the one word “${RARE}” have here, with the special ones? One more or less counts as wrong.`,
    probe: { ask: 'tokens', text: RARE },
    unit: 'tokens',
    within: 0,
    slips: [
      { value: 1, mistake: 'A rare word is not in the vocabulary whole: it is split into pieces.' },
      { value: 3, mistake: 'One piece and two special tokens: but the word is split into pieces.' },
      { value: 13, mistake: 'Those are letters; pieces are longer where they can be.' },
    ],
    explanation:
      'A word that is not in the vocabulary is split into the longest pieces that are, from left to right. Look at it letter by letter in “From text to label”.',
    read: 'pipeline',
    instead: {
      kind: 'one',
      prompt: 'What does the tokenizer do with a word that is not in its vocabulary?',
      choices: [
        { text: 'It splits it into pieces that are, the longest first.' },
        {
          text: 'It leaves it out.',
          mistake: 'Then the rarest words, often the most telling, would be lost.',
        },
        {
          text: 'It adds it to the vocabulary.',
          mistake: 'The vocabulary is fixed when the model is trained.',
        },
        {
          text: 'It takes the most similar word.',
          mistake: 'Nothing is replaced by something else; the letters stay.',
        },
      ],
      explanation:
        'Pieces down to single letters are in the vocabulary, so that nearly every word can be written with them.',
      read: 'pipeline',
    },
  },
  {
    id: 'tokens-long',
    difficulty: 'hard',
    topic: 'tokens',
    kind: 'one',
    prompt: 'A film review has 900 tokens; the model takes 512 at most. What does this page do?',
    choices: [
      { text: 'It scores the review in windows and averages their logits, and says so.' },
      {
        text: 'It drops everything after 512 tokens.',
        mistake: 'The verdict often stands at the end of a review: cutting loses it.',
      },
      {
        text: 'It refuses the review.',
        mistake: 'Long texts are scored, and flagged.',
      },
      {
        text: 'It takes every second word.',
        mistake: 'That would tear “not” from “good”.',
      },
    ],
    explanation:
      'Equal windows of at most 256 tokens are scored and their logits averaged, weighted by tokens. `windows` in the prediction says how many there were.',
    read: 'cards',
  },
];
