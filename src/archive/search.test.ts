import { expect, it } from 'vitest';
import { createSearch } from './search.ts';

const finds = (typed: string, text: string) => createSearch(typed)!(text);

it.each([
  ['soup', 'The SOUP was cold'],
  ['cold soup', 'The soup was cold'],
  ['"soup was"', 'The soup\n  was cold'],
  ['“soup was”', 'The soup was cold'],
  ['"soup was', 'The soup was cold'],
  ['creme brulee', 'Crème Brûlée'],
  ['crème', 'CREME'],
  ['istanbul', 'İstanbul'],
  ['καφές', 'ΚΑΦΕΣ ΚΑΦΈς'],
  ['👍', 'Nice 👍'],
  ['a.c', 'a.c'],
])('%s is found in: %s', (typed, text) => {
  expect(finds(typed, text)).toBe(true);
});

it.each([
  ['soup hot', 'The soup was cold'],
  ['"was soup"', 'The soup was cold'],
  ['a.c', 'abc'],
])('%s is not found in: %s', (typed, text) => {
  expect(finds(typed, text)).toBe(false);
});

it.each(['', '  ', '""', '" "'])('[%s] asks for nothing', (typed) => {
  expect(createSearch(typed)).toBeUndefined();
});
