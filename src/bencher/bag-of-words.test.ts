import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { LABELS, topLabel } from '../core/sentiment.ts';
import { learnBagOfWords } from './bag-of-words.ts';
import { judgeByVader } from './vader.ts';

const reviews = (name: string) =>
  Papa.parse<{ text: string; label: (typeof LABELS)[number] }>(
    readFileSync(`public/samples/${name}.csv`, 'utf8'),
    { header: true, skipEmptyLines: true },
  ).data.map(({ text, label }) => ({ text, label: LABELS.indexOf(label) }));

const accuracy = (
  examples: ReturnType<typeof reviews>,
  judge: (text: string) => readonly number[],
) =>
  examples.filter(({ text, label }) => topLabel([...judge(text)]) === LABELS[label]).length /
  examples.length;

const everyday = reviews('reviews');

it('learns more from everyday reviews than their majority, judging none that it has seen', () => {
  const { judge, trainedOn } = learnBagOfWords(everyday, 1);
  console.log('everyday bow', accuracy(everyday, judge), 'vader', accuracy(everyday, judgeByVader));
  const hard = reviews('reviews-hard');
  console.log(
    'hard bow',
    accuracy(hard, learnBagOfWords(hard, 1).judge),
    accuracy(hard, judgeByVader),
  );
  expect(trainedOn).toBe(800);
  expect(accuracy(everyday, judge)).toBeGreaterThan(0.5);
});
