import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { LABELS, topLabel, type Label } from '../core/sentiment.ts';
import { learnBagOfWords } from './bag-of-words.ts';
import { scoreAll } from './judge.ts';
import { judgeByVader } from './vader.ts';

const { data } = Papa.parse<{ text: string; label: Label }>(
  readFileSync('public/samples/reviews.csv', 'utf8'),
  { header: true, skipEmptyLines: true },
);
const everyday = data.map(({ text, label }) => ({ text, label: LABELS.indexOf(label) }));

const accuracy = (judge: (text: string) => readonly number[]) =>
  everyday.filter(({ text, label }) => topLabel([...judge(text)]) === LABELS[label]).length /
  everyday.length;

it('learns far more from everyday reviews than their majority, and says from how many', () => {
  const { judge, trainedOn } = learnBagOfWords(everyday, 1);
  expect(trainedOn).toBe(800);
  expect(accuracy(judge)).toBeGreaterThan(0.7); // the majority is 40 %
});

it('never judges a text by a classifier that has seen it, copies included', () => {
  // Noise: nobody can do better than chance on labels drawn by a rule that words don't tell.
  const noise = Array.from({ length: 300 }, (_, i) => ({
    text: `word${i} other${(i * 7) % 300}`,
    label: (i * i + 3 * i) % 3,
  }));
  const { judge } = learnBagOfWords([...noise, ...noise], 1);
  const right = noise.filter(({ text, label }) => {
    const row = judge(text);
    return row.indexOf(Math.max(...row)) === label;
  });
  expect(right.length / noise.length).toBeLessThan(0.75); // the largest class has two in three
});

it('gives the same answers for the same seed', () => {
  const some = everyday.slice(0, 100);
  const [a, b] = [learnBagOfWords(some, 3), learnBagOfWords(some, 3)];
  expect(a.judge('Lovely tea, rude waiter.')).toEqual(b.judge('Lovely tea, rude waiter.'));
});

it('answers as a scorer does, for a text without words too', () => {
  const { judge } = learnBagOfWords(everyday.slice(0, 100), 1);
  const scored = scoreAll(judge, ['Great!', '', '…']);
  expect(scored.probabilities).toHaveLength(9);
  expect([...scored.tokens]).toEqual([1, 1, 1]);
  for (const row of [0, 1, 2]) {
    const sum = scored.probabilities.slice(row * 3, row * 3 + 3).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(1);
  }
});

it.each([
  ['The food was great, I love it!', 'positive'],
  ['Terrible, awful service. I hate it.', 'negative'],
  ['The parcel has a door.', 'neutral'],
])('VADER calls “%s” %s', (text, label) => {
  expect(topLabel([...judgeByVader(text)])).toBe(label);
});
