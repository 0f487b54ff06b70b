import { expect, it } from 'vitest';
import { readExamples, type Labelled } from '../../../core/learn/train/examples.ts';
import { foundText } from './found-text.ts';

const many = (label: string, count: number): Labelled[] =>
  Array.from({ length: count }, (_, i) => ({ text: `${label} text ${i}`, label }));

it('says one thing of a clean file', () => {
  expect(foundText(readExamples([...many('a', 20), ...many('b', 6)]), 0)).toEqual([
    '26 texts to learn from, with 2 labels; 26 rows in the file.',
  ]);
});

it('says everything that was left out, and why', () => {
  const drawn = [
    ...many('1', 9),
    ...many('2', 8),
    ...many('3', 5),
    { text: '1 text 0', label: '1' },
    { text: '2 text 0', label: '1' },
  ];
  expect(foundText(readExamples(drawn, { rows: 40, blank: 1 }), 2)).toEqual([
    '16 texts to learn from, with 2 labels; 40 rows in the file.',
    '39 rows have a text and a label: 24 of them were drawn evenly.',
    'Left out because they could not be read: 2 rows.',
    'Left out without a text or a label: 1 row.',
    '1 row repeated the text of an earlier row with the same label: each text counts once, so none can be learnt from and tested on.',
    '2 rows were left out because the same text has different labels in them.',
    'Left out with fewer than 6 texts: “3”.',
    'The labels are numbers. They are taken as names: that 4 lies between 3 and 5 is not used.',
  ]);
});
