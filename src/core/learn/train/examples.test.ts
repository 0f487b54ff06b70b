import { describe, expect, it } from 'vitest';
import { AppError } from '../../failure.ts';
import {
  keepLabels,
  LEAST_OF_A_LABEL,
  MOST_LABELS,
  readExamples,
  type Labelled,
} from './examples.ts';

const many = (label: string, count = LEAST_OF_A_LABEL, word = label): Labelled[] =>
  Array.from({ length: count }, (_, i) => ({ text: `${word} text ${i}`, label }));

function codeOf(rows: readonly Labelled[]) {
  try {
    readExamples(rows);
  } catch (error) {
    if (error instanceof AppError) return error.failure.code;
    throw error;
  }
  return undefined;
}

it('numbers labels by frequency and keeps texts in file order', () => {
  const { labels, targets, texts } = readExamples([...many('rare'), ...many('often', 9)]);
  expect(labels).toEqual(['often', 'rare']);
  expect(targets).toEqual([...Array<number>(6).fill(1), ...Array<number>(9).fill(0)]);
  expect(texts[0]).toBe('rare text 0');
});

it('takes labels that differ in case alone for one, as written first', () => {
  const { labels } = readExamples([
    ...many('Late', 6, 'a'),
    ...many('late', 6, 'b'),
    ...many('ok'),
  ]);
  expect(labels).toEqual(['Late', 'ok']);
});

it('counts a text once, however it is spaced', () => {
  const { texts, found } = readExamples([
    ...many('a'),
    ...many('b'),
    { text: ' A  Text 0', label: 'a' },
    { text: 'a text 1', label: 'A' },
  ]);
  expect(texts).toHaveLength(12);
  expect(found).toMatchObject({ rows: 14, duplicates: 2, contradictions: 0 });
});

it('leaves out a text with two labels, all rows of it', () => {
  const { texts, found } = readExamples([
    ...many('a', 7),
    ...many('b'),
    { text: 'a text 0', label: 'b' },
  ]);
  expect(texts).toHaveLength(12);
  expect(texts).not.toContain('a text 0');
  expect(found.contradictions).toBe(2);
});

it('leaves out labels with too few texts, and says which', () => {
  const { labels, found } = readExamples([...many('a'), ...many('b'), ...many('c', 5)]);
  expect(labels).toEqual(['a', 'b']);
  expect(found.rare).toEqual([{ label: 'c', count: 5 }]);
});

it('keeps the most frequent labels when asked, never more than it can', () => {
  const wide = readExamples([...many('a', 8), ...many('b', 7), ...many('c')]);
  const two = keepLabels(wide, 2);
  expect(two).toMatchObject({ labels: ['a', 'b'], found: { cut: { labels: 1, rows: 6 } } });
  expect(two.texts).toEqual([...many('a', 8), ...many('b', 7)].map(({ text }) => text));
  expect(keepLabels(wide, 3)).toBe(wide);
  const wider = Array.from({ length: MOST_LABELS + 4 }, (_, i) => many(`label ${i}`)).flat();
  const { labels, found } = readExamples(wider);
  expect(labels).toHaveLength(MOST_LABELS);
  expect(found.cut).toEqual({ labels: 4, rows: 4 * LEAST_OF_A_LABEL });
});

it('hands on what the file held besides', () => {
  const { found } = readExamples([...many('a'), ...many('b')], { rows: 40, blank: 3 });
  expect(found).toMatchObject({ rows: 40, blank: 3, drawn: 12 });
});

describe('numbers as labels', () => {
  it('takes a few for names', () => {
    const rows = ['1', '2', '3'].flatMap((label) => many(label, 10));
    expect(readExamples(rows).found.numeric).toBe(true);
    expect(readExamples([...rows, ...many('x')]).found.numeric).toBe(false);
  });
  it.each([
    ['more than there may be labels', 51, 10],
    ['hardly a repetition', 20, 2],
  ])('refuses %s', (_, numbers, each) => {
    const rows = Array.from({ length: numbers }, (_, i) => many(`${i}.5`, each)).flat();
    expect(codeOf(rows)).toBe('examples-numbers');
  });
});

describe('nothing to learn', () => {
  it('is one label', () => expect(codeOf(many('a', 30))).toBe('examples-one-label'));
  it('is no rows', () => expect(codeOf([])).toBe('examples-few'));
  it('is too few of each', () =>
    expect(codeOf([...many('a', 5), ...many('b', 5)])).toBe('examples-few'));
  it('is one label with enough', () =>
    expect(codeOf([...many('a', 50), ...many('b', 5)])).toBe('examples-few'));
});
