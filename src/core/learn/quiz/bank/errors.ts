import type { Question } from '../question.ts';

const NUMBER_REFUSED =
  '5 is a number, and the model reads text. Whether “5” or something else was meant, only you know: the message says what came and how to mend it.';

export const errors: readonly Question[] = [
  {
    id: 'errors-five',
    difficulty: 'easy',
    topic: 'errors',
    kind: 'one',
    prompt: 'What comes of `predict(5)`?',
    probe: { ask: 'outcome', input: 5 },
    choices: [
      {
        value: 'TypeError',
        text: 'A TypeError that says what to write instead',
        mistake: 'Look at what came back.',
      },
      {
        value: 'prediction',
        text: 'The prediction for the text “5”',
        mistake: 'A number is not turned into a text silently: that would hide mistakes.',
      },
      {
        value: 'list 5',
        text: 'A list of five predictions',
        mistake: 'The argument is what is scored, not how many.',
      },
      {
        value: 'list 0',
        text: 'An empty list',
        mistake: 'An empty list answers an empty list. A number is refused, not ignored.',
      },
    ],
    explanation: NUMBER_REFUSED,
    read: 'calls',
    instead: {
      kind: 'one',
      prompt: '`predict(5)` is refused with a TypeError. How do you have the text “5” scored?',
      choices: [
        { text: '`predict("5")`' },
        { text: '`predict([5])`', mistake: 'The list is right, but its item is still a number.' },
        { text: '`predict(5.0)`', mistake: 'That is the same number.' },
        {
          text: '`predict(5, "text")`',
          mistake: 'What is scored is the first argument, and that is still a number.',
        },
      ],
      explanation: NUMBER_REFUSED,
      read: 'calls',
    },
  },
  {
    id: 'errors-item',
    difficulty: 'medium',
    topic: 'errors',
    kind: 'one',
    prompt: 'One item of a list is a number: `predict(["fine", 7])`. What comes back?',
    probe: { ask: 'outcome', input: ['fine', 7] },
    choices: [
      {
        value: 'TypeError',
        text: 'A TypeError that names the item',
        mistake: 'Look at what came back.',
      },
      {
        value: 'list 2',
        text: 'A list of two predictions; 7 is read as “7”',
        mistake: 'Nothing is turned into a text silently, in a list as little as alone.',
      },
      {
        value: 'list 1',
        text: 'A list with the prediction for “fine” alone',
        mistake: 'Leaving an item out would move all later answers to the wrong places.',
      },
      {
        value: 'prediction',
        text: 'One prediction, for “fine”',
        mistake: 'A list never gives a single prediction.',
      },
    ],
    explanation:
      'The whole call is refused and the message names the place, counted from 0. `list.map(String)` turns every item into a text, if that is what you want.',
    read: 'calls',
    instead: {
      kind: 'one',
      prompt:
        'A message says: “predict got a list whose item 1 is the number 7”. Which list was it?',
      choices: [
        { text: '`["fine", 7]`' },
        { text: '`[7, "fine"]`', mistake: 'Items are counted from 0: there 7 is item 0.' },
        { text: '`["fine", "7"]`', mistake: 'In quotes, “7” is a text.' },
        { text: '`[1, 7]`', mistake: 'There item 0 would be named first: it is a number too.' },
      ],
      explanation: 'Items are counted from 0, and the first one that is no text is named.',
      read: 'calls',
    },
  },
  {
    id: 'errors-why',
    difficulty: 'medium',
    topic: 'errors',
    kind: 'one',
    prompt: 'Why does `predict` refuse a number instead of turning it into a text by itself?',
    choices: [
      {
        text: 'A number there is mostly a mistake, such as a wrong column, and would get a label that looks real.',
      },
      {
        text: 'The tokenizer knows no digits.',
        mistake: 'It does: “5 stars” is tokenised and scored like any text.',
      },
      {
        text: 'Numbers would make the model slow.',
        mistake: 'A short text is the quickest of all; speed is not the reason.',
      },
      {
        text: 'The model would crash.',
        mistake: 'It would answer, and that is the trouble: the answer would mean nothing.',
      },
    ],
    explanation:
      'A model labels everything it is given. The only place where “this is no review” can be noticed is before it: at the type.',
    read: 'calls',
  },
  {
    id: 'errors-which',
    difficulty: 'hard',
    topic: 'errors',
    kind: 'several',
    prompt: 'Which of these calls give a TypeError?',
    choices: [
      { text: '`predict(null)`' },
      { text: '`predict(["good", undefined])`' },
      { text: '`predict({ text: "good" })`' },
      { text: '`predict("5")`', mistake: '“5” in quotes is a text like any other.' },
      {
        text: '`predict([])`',
        mistake: 'An empty list is a list of texts; the answer is empty too.',
      },
      { text: '`predict(["good"])`', mistake: 'A list of one text is a list of texts.' },
    ],
    explanation:
      'Right are a text, or a list all of whose items are texts. Everything else is refused: nothing, objects, and lists with anything else in them.',
    read: 'calls',
  },
  {
    id: 'errors-nested',
    difficulty: 'hard',
    topic: 'errors',
    kind: 'one',
    prompt: 'A list in a list: what comes back for `predict([["Hello world"]])`?',
    probe: { ask: 'outcome', input: [['Hello world']] },
    choices: [
      {
        value: 'TypeError',
        text: 'A TypeError',
        mistake: 'Look at what came back.',
      },
      {
        value: 'list 1',
        text: 'A list with one prediction',
        mistake: 'The outer list is right, but its one item is a list, not a text.',
      },
      {
        value: 'prediction',
        text: 'One prediction',
        mistake: 'A list never gives a single prediction, whatever is in it.',
      },
      {
        value: 'list 0',
        text: 'An empty list',
        mistake: 'Items that are no texts are not dropped silently.',
      },
    ],
    explanation:
      'Every item of the list must be a text, and item 0 is a list. Rows of a table are a common way to get there: take the text column first.',
    read: 'calls',
    instead: {
      kind: 'one',
      prompt: 'Rows of a table are lists of cells. How do you have the texts in cell 2 scored?',
      choices: [
        { text: '`predict(rows.map((row) => row[2]))`' },
        { text: '`predict(rows)`', mistake: 'Each item would be a list of cells, not a text.' },
        { text: '`predict(rows[2])`', mistake: 'That is the third row, with all its cells.' },
        {
          text: '`predict(rows.map((row) => [row[2]]))`',
          mistake: 'That puts each text into a list of its own: a list of lists.',
        },
      ],
      explanation: 'A list of texts is needed: one cell of each row, and no list around it.',
      read: 'calls',
    },
  },
];
